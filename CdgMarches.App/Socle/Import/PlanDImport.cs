using CdgMarches.App.Socle.Tableur;
using CdgMarches.App.Socle.Tableur.Lecture;

namespace CdgMarches.App.Socle.Import;

/// <summary>
/// Le format d'un fichier échangé : le nom de sa feuille et ses colonnes. Écrit l'export, lit l'import, rend les lignes
/// refusées : un seul format pour les trois.
/// </summary>
public sealed class PlanDImport
{
    /// <summary>La colonne ajoutée au fichier des lignes refusées, ignorée quand il revient.</summary>
    public const string ColonneMotif = "Motif";

    private const int LignesDEnteteExplorees = 20;
    private readonly Dictionary<string, ColonneDImport> _parCle = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">Deux colonnes répondent au même en-tête.</exception>
    public PlanDImport(string feuille, params IReadOnlyList<ColonneDImport> colonnes)
    {
        Feuille = feuille;
        Colonnes = colonnes;
        foreach (var colonne in colonnes)
        {
            foreach (var cle in colonne.Alias.Prepend(colonne.Entete).Select(CleDEntete.De).Distinct())
            {
                if (!_parCle.TryAdd(cle, colonne))
                {
                    throw new ArgumentException($"L'en-tête « {cle} » désigne deux colonnes.", nameof(colonnes));
                }
            }
        }
    }

    public string Feuille { get; }

    public IReadOnlyList<ColonneDImport> Colonnes { get; }

    /// <summary>Trouve la feuille et ses en-têtes, puis lit toutes les lignes, erreurs comprises.</summary>
    /// <exception cref="FichierRefuseException">Feuille introuvable, colonne obligatoire absente ou en double.</exception>
    public LectureDImport Lire(TableurLu tableur)
    {
        var refus = new Refus(tableur.NomDeFichier);
        var (feuille, entete) = Trouver(tableur, refus);
        var colonnes = Resoudre(feuille, entete, refus);
        var avis = new List<string>(tableur.Avis);
        AvertirDesColonnes(entete, colonnes, avis);

        var lignes = new List<LigneDImport>();
        foreach (var ligne in feuille.Lignes.Where(l => l.Numero > entete.Numero))
        {
            if (EstUnTotal(ligne))
            {
                avis.Add(
                    $"La ligne {ligne.Numero} (« {Saisie.Espaces(ligne.Cellules[0].Texte)} ») est un total : elle est ignorée."
                );
            }
            else if (colonnes.Presentes.Any(c => !ligne[c.Numero].EstVide))
            {
                lignes.Add(new LigneDImport(colonnes, ligne));
            }
        }

        return new LectureDImport(this, tableur, feuille.Nom, colonnes, lignes, avis);
    }

    private (FeuilleLue Feuille, LigneLue Entete) Trouver(TableurLu tableur, Refus refus)
    {
        var nommee = tableur.Feuille(Feuille);
        var candidates = nommee is not null ? [nommee] : tableur.Feuilles;
        FeuilleLue? meilleureFeuille = null;
        LigneLue? meilleureLigne = null;
        var meilleurCompte = 0;
        foreach (var feuille in candidates)
        {
            foreach (var ligne in feuille.Lignes.Take(LignesDEnteteExplorees))
            {
                var compte = ligne.Cellules.Count(c => ColonneDe(c) is not null);
                if (compte > meilleurCompte)
                {
                    (meilleureFeuille, meilleureLigne, meilleurCompte) = (feuille, ligne, compte);
                }
            }
        }

        if (meilleureLigne is not null)
        {
            return (meilleureFeuille!, meilleureLigne);
        }

        // Bonne feuille, ou feuille unique, mais aucun en-tête connu : on dit ce qui manque plutôt que « feuille absente ».
        return candidates is [{ Lignes.Count: > 0 } seule]
            ? (seule, seule.Lignes[0])
            : throw refus.FeuilleAbsente(Feuille, tableur.Feuilles.Select(f => f.Nom));
    }

    private ColonnesResolues Resoudre(FeuilleLue feuille, LigneLue entete, Refus refus)
    {
        var presentes = new List<(ColonneDImport Colonne, int Numero)>();
        foreach (var cellule in entete.Cellules)
        {
            if (ColonneDe(cellule) is not { } colonne)
            {
                continue;
            }

            var deja = presentes.Find(p => ReferenceEquals(p.Colonne, colonne));
            if (deja.Colonne is not null)
            {
                throw refus.ColonneEnDouble(feuille.Nom, colonne.Entete, LettreDeColonne.De(deja.Numero), cellule.Lettre);
            }

            presentes.Add((colonne, cellule.Colonne));
        }

        var manquantes = Colonnes
            .Where(c => c.Presence is not Presence.Facultative && !presentes.Exists(p => ReferenceEquals(p.Colonne, c)))
            .Select(c => c.Entete)
            .ToList();
        return manquantes.Count == 0
            ? new ColonnesResolues(presentes)
            : throw refus.ColonnesManquantes(feuille.Nom, entete.Numero, manquantes);
    }

    private void AvertirDesColonnes(LigneLue entete, ColonnesResolues colonnes, List<string> avis)
    {
        var inconnues = entete.Cellules.Where(c => ColonneDe(c) is null && CleDEntete.De(c.Texte) != "MOTIF").ToList();
        if (inconnues.Count > 0)
        {
            var noms =
                string.Join(", ", inconnues.Take(12).Select(c => $"{Saisie.Citer(c.Texte)} ({c.Lettre})"))
                + (inconnues.Count > 12 ? "…" : string.Empty);
            avis.Add(
                inconnues.Count == 1
                    ? $"La colonne {noms} n'est pas reconnue : elle est ignorée."
                    : $"Les colonnes {noms} ne sont pas reconnues : elles sont ignorées."
            );
        }

        var absentes = Colonnes.Where(c => colonnes.Rang(c) < 0).Select(c => $"« {c.Entete} »").ToList();
        if (absentes.Count > 0)
        {
            var noms = string.Join(", ", absentes);
            avis.Add(
                absentes.Count == 1
                    ? $"La colonne {noms} n'est pas dans le fichier : ses valeurs ne changent pas."
                    : $"Les colonnes {noms} ne sont pas dans le fichier : leurs valeurs ne changent pas."
            );
        }
    }

    private ColonneDImport? ColonneDe(CelluleLue cellule) => _parCle.GetValueOrDefault(CleDEntete.De(cellule.Texte));

    /// <summary>La ligne de sommes qu'un tableur met au bas d'un tableau.</summary>
    private static bool EstUnTotal(LigneLue ligne) =>
        ligne.Cellules[0] is { Type: TypeDeCellule.Texte } premiere
        && CleDEntete.De(premiere.Texte) is var cle
        && (cle is "TOTAL" or "TOTAUX" || cle.StartsWith("TOTAL ", StringComparison.Ordinal))
        && ligne.Cellules.Any(c => c.EstFormule);
}

/// <summary>Un fichier lu selon un plan, avant toute comparaison avec l'existant.</summary>
public sealed class LectureDImport
{
    internal LectureDImport(
        PlanDImport plan,
        TableurLu tableur,
        string feuille,
        ColonnesResolues colonnes,
        IReadOnlyList<LigneDImport> lignes,
        IReadOnlyList<string> avis
    )
    {
        (Plan, Tableur, Feuille, Colonnes, Lignes, Avis) = (plan, tableur, feuille, colonnes, lignes, avis);
    }

    public PlanDImport Plan { get; }

    public TableurLu Tableur { get; }

    /// <summary>Le nom de la feuille lue.</summary>
    public string Feuille { get; }

    public IReadOnlyList<LigneDImport> Lignes { get; }

    /// <summary>Colonnes ignorées ou absentes, encodage deviné, totaux sautés.</summary>
    public IReadOnlyList<string> Avis { get; }

    internal ColonnesResolues Colonnes { get; }
}

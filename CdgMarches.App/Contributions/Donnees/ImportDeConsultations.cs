using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Le relevé de la plateforme : un nombre par SIRET, ou la liste des consultations, comptée ici.</summary>
/// <remarks>RG6.02, lecture 8 : créées dans l'année et non marquées test ; plusieurs lots d'une même référence comptent une fois.</remarks>
public sealed class ImportDeConsultations : IImportDeContributions
{
    private static readonly ColonneDImport<Siret?> Siret = Colonnes.Siret("SIRET") with { Presence = Presence.ValeurRequise };

    private static readonly ColonneDImport<long?> Nombre = Colonnes.Entier("Consultations") with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Nombre de consultations", "Consultations créées", "Réelles"],
    };

    private static readonly ColonneDImport<string?> Organisme = Colonnes.Texte("Organisme", 300) with
    {
        Alias = ["Collectivité", "Nom", "Acheteur"],
    };

    private static readonly string[] Tests = ["OUI", "O", "1", "VRAI", "TRUE", "X", "TEST"];

    public string Nature => "consultations";

    public string Titre => "Importer un relevé de consultations";

    public string Consigne =>
        "Deux formes : un SIRET et un nombre par ligne (colonnes « SIRET » et « Consultations »), ou la liste des consultations de la plateforme (« SIRET », « Référence », et si possible « Créée le », « Test », « Lot ») : les tests et les autres années sont écartés, plusieurs lots d'une référence comptent une fois.";

    public PlanDImport Plan { get; } = new("Consultations", Siret, Nombre, Organisme);

    public async Task<ApercuDImport> ExaminerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TableurLu tableur,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var annee = parametres.Annee;
        var collectivites = await contexte
            .Collectivites.AsNoTracking()
            .Where(c => c.Siret != null && c.ArchiveLe == null)
            .Select(c => new { c.Siret, c.Id })
            .ToListAsync(annulation);
        var parSiret = collectivites.ToDictionary(c => c.Siret!.Valeur, c => c.Id);
        var declarees = await contexte
            .ConsultationsDeclarees.AsNoTracking()
            .Where(d => d.Annee == annee)
            .ToDictionaryAsync(d => d.Collectivite, annulation);
        var (compte, fautes) = Compter(tableur, annee);
        return ApercuDImport.Construire(
            Plan.Lire(compte),
            l => l.Lire(Siret)?.Valeur,
            cle => parSiret.TryGetValue(cle, out var id) ? declarees.GetValueOrDefault(id) : null,
            new Champs<ConsultationsDeclarees>().Avec(Nombre, d => d.Reelles),
            (ligne, _) =>
            {
                if (ligne.Lire(Siret) is { } siret && !parSiret.ContainsKey(siret.Valeur))
                {
                    ligne.Refuser(Siret, $"aucune collectivité du référentiel n'a le SIRET {siret.Formater()}.");
                }

                foreach (var faute in fautes[ligne.Numero])
                {
                    ligne.Refuser(null, faute);
                }

                if (ligne.Lire(Nombre) is { } nombre && nombre is < 0 or > ConsultationsDeclarees.Maximum)
                {
                    ligne.Refuser(Nombre, $"« {nombre} » n'est pas un nombre de consultations, de 0 à 100 000.");
                }
            }
        );
    }

    public async Task EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ApercuDImport apercu,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var annee = parametres.Annee;
        var parSiret = (
            await contexte
                .Collectivites.Where(c => c.Siret != null && c.ArchiveLe == null)
                .Select(c => new { c.Siret, c.Id })
                .ToListAsync(annulation)
        ).ToDictionary(c => c.Siret!.Valeur, c => c.Id);
        var declarees = await contexte
            .ConsultationsDeclarees.Where(d => d.Annee == annee)
            .ToDictionaryAsync(d => d.Collectivite, annulation);
        foreach (var ligne in apercu.LignesAEcrire)
        {
            CollectiviteId id = parSiret[ligne.Cle];
            var nombre = (int)ligne.Source.Lire(Nombre)!.Value;
            if (declarees.GetValueOrDefault(id) is { } existante)
            {
                existante.Corriger(nombre, existante.Estimees, OrigineDesConsultations.Import);
            }
            else
            {
                contexte.Add(ConsultationsDeclarees.Declarer(id, annee, nombre, null, OrigineDesConsultations.Import));
            }
        }
    }

    /// <summary>Une liste de consultations devient un nombre par SIRET ; un relevé déjà compté est rendu tel quel.</summary>
    /// <returns>Le compte, et ce qui empêche de compter un SIRET, par numéro de sa première ligne dans le fichier déposé.</returns>
    /// <remarks>Une ligne qu'on ne sait pas compter rend faux le nombre de son SIRET : rien n'en est écrit tant qu'elle y est.</remarks>
    internal static (TableurLu Compte, ILookup<int, string> Fautes) Compter(TableurLu tableur, int annee)
    {
        if (
            tableur.Feuilles is not [{ Lignes: [var entetes, ..] } feuille, ..]
            || Colonne(entetes, "REFERENCE", "REFERENCE DE LA CONSULTATION", "NUMERO DE CONSULTATION") is not { } reference
            || Colonne(entetes, "SIRET") is not { } siret
        )
        {
            return (tableur, Array.Empty<string>().ToLookup(_ => 0));
        }

        var (creee, test) = (Colonne(entetes, "CREEE LE", "DATE DE CREATION", "CREATION"), Colonne(entetes, "TEST"));
        var (vues, tests, autres) = (new Dictionary<string, CompteDUnSiret>(StringComparer.Ordinal), 0, 0);
        List<(int Ligne, string Message)> fautes = [];
        List<LigneLue> sansSiret = [];
        foreach (var ligne in feuille.Lignes.Skip(1))
        {
            var cle = string.Concat(ligne[siret].Texte.Where(char.IsAsciiDigit));
            if (cle.Length == 0)
            {
                sansSiret.Add(Ligne(ligne.Numero, ligne[siret].Texte, 1));
                continue;
            }

            if (!vues.TryGetValue(cle, out var compte))
            {
                vues[cle] = compte = new CompteDUnSiret(ligne.Numero);
            }

            if (test is { } t && Tests.Contains(ligne[t].Texte.Trim().ToUpperInvariant()))
            {
                tests++;
            }
            else if (ligne[reference].EstVide)
            {
                fautes.Add(
                    (compte.Ligne, $"ligne {ligne.Numero}, colonne {LettreDeColonne.De(reference)} : la référence manque.")
                );
            }
            else if (creee is not { } c || AnneeDe(ligne[c]) == annee)
            {
                compte.References.Add(ligne[reference].Texte.Trim());
            }
            else if (AnneeDe(ligne[c]) is null)
            {
                fautes.Add(
                    (
                        compte.Ligne,
                        $"ligne {ligne.Numero}, colonne {LettreDeColonne.De(c)} : {(ligne[c].EstVide ? "la date de création manque" : $"« {ligne[c].Texte} » n'est pas une date")}, la consultation {ligne[reference].Texte.Trim()} ne peut pas être comptée."
                    )
                );
            }
            else
            {
                autres++;
            }
        }

        var lignes = tableur with
        {
            Feuilles =
            [
                new FeuilleLue(
                    feuille.Nom,
                    [
                        Cellules(1, "SIRET", "Consultations"),
                        .. vues.Select(v => Ligne(v.Value.Ligne, v.Key, v.Value.References.Count))
                            .Concat(sansSiret)
                            .OrderBy(l => l.Numero),
                    ]
                ),
            ],
            Avis =
            [
                .. tableur.Avis,
                $"Liste de consultations comptée par SIRET : {Formats.Compter(tests, "marquée « test » écartée", "marquées « test » écartées")}, {Formats.Compter(autres, "d'une autre année écartée", "d'une autre année écartées")} ; une référence compte une fois quel que soit son nombre de lots.",
            ],
        };
        return (lignes, fautes.ToLookup(f => f.Ligne, f => f.Message));

        LigneLue Ligne(int numero, string cle, int nombre) =>
            Cellules(numero, cle, nombre.ToString(CultureInfo.InvariantCulture));

        LigneLue Cellules(int numero, string cle, string nombre) =>
            new(
                numero,
                [.. new[] { Texte(siret, cle), Texte(reference, nombre) }.Where(x => x.Texte.Length > 0).OrderBy(x => x.Colonne)]
            );
    }

    private static int? Colonne(LigneLue entetes, params ReadOnlySpan<string> noms)
    {
        foreach (var cellule in entetes.Cellules)
        {
            if (noms.Contains(CleDeTri.De(cellule.Texte)))
            {
                return cellule.Colonne;
            }
        }

        return null;
    }

    private static int? AnneeDe(CelluleLue cellule) =>
        cellule.Date is { } date ? date.Year
        : Saisie.TryDate(cellule.Texte, out var jour, out _) ? jour.Year
        : null;

    private static CelluleLue Texte(int colonne, string texte) => new(colonne, TypeDeCellule.Texte, texte);

    /// <summary>Les références d'un SIRET, et la ligne du fichier où il paraît d'abord.</summary>
    private sealed record CompteDUnSiret(int Ligne)
    {
        public HashSet<string> References { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}

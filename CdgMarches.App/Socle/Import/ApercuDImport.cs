using CdgMarches.App.Socle.Tableur;

namespace CdgMarches.App.Socle.Import;

/// <summary>Ce qu'il adviendra d'une ligne, montré avant d'agir.</summary>
public enum EtatDeLigne
{
    Nouvelle,
    Modifiee,
    Inchangee,
    Avertissement,
    Erreur,
}

/// <summary>Ce que l'import fera d'une ligne sans erreur.</summary>
public enum EffetDeLigne
{
    Creation,
    Modification,
    Aucun,
}

/// <summary>Une cellule de l'aperçu : ce que la base contient, ce que le fichier apporte, ce qu'il y a à en dire.</summary>
/// <param name="Lettre">La colonne d'Excel (« E »).</param>
/// <param name="Entete">Le nom de la colonne dans le modèle.</param>
/// <param name="Ancienne">La valeur en base ; null si rien ou si la ligne est nouvelle.</param>
/// <param name="Nouvelle">La valeur du fichier ; le texte brut de la cellule si elle est fautive.</param>
/// <param name="EstModifiee">La valeur changera.</param>
/// <param name="Gravite">null si rien n'est à signaler.</param>
/// <param name="Message">La phrase, sans sa position.</param>
public sealed record CelluleDApercu(
    string Lettre,
    string Entete,
    string? Ancienne,
    string? Nouvelle,
    bool EstModifiee,
    Gravite? Gravite,
    string? Message
);

/// <summary>Une ligne de l'aperçu.</summary>
/// <param name="Numero">Le numéro affiché par Excel.</param>
/// <param name="Cle">Ce qui la rattache à l'existant (SIRET, code…) ; vide si elle n'en a pas.</param>
/// <param name="Etat">L'état montré.</param>
/// <param name="Effet">Ce qui sera fait si on l'importe.</param>
/// <param name="Cellules">Ses cellules, dans l'ordre du fichier.</param>
/// <param name="Messages">Toutes ses remarques, chacune avec feuille, ligne et colonne.</param>
/// <param name="Source">La ligne lue, pour l'appliquer.</param>
public sealed record LigneDApercu(
    int Numero,
    string Cle,
    EtatDeLigne Etat,
    EffetDeLigne Effet,
    IReadOnlyList<CelluleDApercu> Cellules,
    IReadOnlyList<string> Messages,
    LigneDImport Source
);

/// <summary>Le résultat d'un import à blanc : rien n'est écrit, tout est dit.</summary>
public sealed class ApercuDImport
{
    private readonly int[] _comptes = new int[5];

    private ApercuDImport(LectureDImport lecture, IReadOnlyList<LigneDApercu> lignes)
    {
        Lecture = lecture;
        Lignes = lignes;
        foreach (var ligne in lignes)
        {
            _comptes[(int)ligne.Etat]++;
        }
    }

    public LectureDImport Lecture { get; }

    public IReadOnlyList<LigneDApercu> Lignes { get; }

    public string Feuille => Lecture.Feuille;

    public string NomDeFichier => Lecture.Tableur.NomDeFichier;

    /// <summary>SHA-256 du fichier, pour le journal des imports.</summary>
    public string Empreinte => Lecture.Tableur.Empreinte;

    public IReadOnlyList<string> Avis => Lecture.Avis;

    public bool SansErreur => Nombre(EtatDeLigne.Erreur) == 0;

    /// <summary>Le fichier n'apporte rien : déjà importé, ou identique à la base.</summary>
    public bool RienAImporter => !LignesAEcrire.Any();

    /// <summary>Les lignes qui peuvent être importées, avertissements compris.</summary>
    public IEnumerable<LigneDApercu> LignesAImporter => Lignes.Where(l => l.Etat is not EtatDeLigne.Erreur);

    /// <summary>Celles qui changent quelque chose.</summary>
    public IEnumerable<LigneDApercu> LignesAEcrire => LignesAImporter.Where(l => l.Effet is not EffetDeLigne.Aucun);

    /// <summary>Toutes les erreurs de toutes les lignes, dans l'ordre du fichier.</summary>
    public IEnumerable<string> Erreurs => Lignes.Where(l => l.Etat is EtatDeLigne.Erreur).SelectMany(l => l.Messages);

    /// <summary><c>✓ 41 nouvelles · ↻ 12 modifiées · = 88 inchangées · ⚠ 3 avertissements · ✗ 2 erreurs</c></summary>
    public string Phrase =>
        string.Join(
            " · ",
            "✓ " + Formats.Compter(Nombre(EtatDeLigne.Nouvelle), "nouvelle"),
            "↻ " + Formats.Compter(Nombre(EtatDeLigne.Modifiee), "modifiée"),
            "= " + Formats.Compter(Nombre(EtatDeLigne.Inchangee), "inchangée"),
            "⚠ " + Formats.Compter(Nombre(EtatDeLigne.Avertissement), "avertissement"),
            "✗ " + Formats.Compter(Nombre(EtatDeLigne.Erreur), "erreur")
        );

    public int Nombre(EtatDeLigne etat) => _comptes[(int)etat];

    /// <summary>Compare chaque ligne lue à l'existant.</summary>
    /// <param name="lecture">Le fichier lu.</param>
    /// <param name="cle">Ce qui identifie une ligne ; null si elle n'a rien (elle sera nouvelle, ou refusée par le contrôle).</param>
    /// <param name="trouver">L'existant de cette clé, chargé d'avance par l'appelant ; null s'il n'y en a pas.</param>
    /// <param name="champs">Les colonnes comparées.</param>
    /// <param name="controler">Contrôles entre colonnes ou avec l'existant ; appelle <c>Refuser</c> ou <c>Avertir</c>.</param>
    public static ApercuDImport Construire<TExistant>(
        LectureDImport lecture,
        Func<LigneDImport, string?> cle,
        Func<string, TExistant?> trouver,
        Champs<TExistant> champs,
        Action<LigneDImport, TExistant?>? controler = null
    )
        where TExistant : class
    {
        var lecteurs = lecture.Colonnes.Presentes.Select(p => champs.Lecteur(p.Colonne)).ToArray();
        var dejaVues = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var lignes = new List<LigneDApercu>(lecture.Lignes.Count);
        foreach (var ligne in lecture.Lignes)
        {
            var valeurDeCle = cle(ligne);
            var existant = string.IsNullOrEmpty(valeurDeCle) ? null : trouver(valeurDeCle);
            if (!string.IsNullOrEmpty(valeurDeCle) && !dejaVues.TryAdd(valeurDeCle, ligne.Numero))
            {
                ligne.Refuser(null, $"« {valeurDeCle} » est déjà à la ligne {dejaVues[valeurDeCle]} du fichier.");
            }

            controler?.Invoke(ligne, existant);
            lignes.Add(Comparer(lecture, ligne, valeurDeCle ?? string.Empty, existant, lecteurs));
        }

        return new ApercuDImport(lecture, lignes);
    }

    private static LigneDApercu Comparer<TExistant>(
        LectureDImport lecture,
        LigneDImport ligne,
        string cle,
        TExistant? existant,
        Func<TExistant, object?>?[] lecteurs
    )
        where TExistant : class
    {
        var cellules = new CelluleDApercu[lecture.Colonnes.Presentes.Count];
        var modifiee = false;
        for (var i = 0; i < cellules.Length; i++)
        {
            var (colonne, numero) = lecture.Colonnes.Presentes[i];
            var remarque = Pire(ligne, colonne);
            var nouvelle = ligne.Objet(i);
            var ancienne = existant is null ? null : lecteurs[i]?.Invoke(existant);
            var fautive = remarque?.Gravite is Gravite.Erreur;
            var conservee = nouvelle is null && colonne.VideConserve;
            var change =
                !fautive
                && !conservee
                && (existant is null ? nouvelle is not null : lecteurs[i] is not null && !Equals(nouvelle, ancienne));
            modifiee |= change;
            cellules[i] = new CelluleDApercu(
                LettreDeColonne.De(numero),
                colonne.Entete,
                colonne.AfficherObjet(ancienne),
                fautive ? ligne.Cellule(colonne).Texte : colonne.AfficherObjet(conservee ? ancienne : nouvelle),
                change,
                remarque?.Gravite,
                remarque?.Message
            );
        }

        var effet =
            existant is null ? EffetDeLigne.Creation
            : modifiee ? EffetDeLigne.Modification
            : EffetDeLigne.Aucun;
        return new LigneDApercu(ligne.Numero, cle, Etat(ligne, effet), effet, cellules, Messages(lecture, ligne), ligne);
    }

    private static EtatDeLigne Etat(LigneDImport ligne, EffetDeLigne effet) =>
        ligne.EstEnErreur ? EtatDeLigne.Erreur
        : ligne.Remarques.Count > 0 ? EtatDeLigne.Avertissement
        : effet switch
        {
            EffetDeLigne.Creation => EtatDeLigne.Nouvelle,
            EffetDeLigne.Modification => EtatDeLigne.Modifiee,
            _ => EtatDeLigne.Inchangee,
        };

    private static Remarque? Pire(LigneDImport ligne, ColonneDImport colonne)
    {
        Remarque? pire = null;
        foreach (var (cible, remarque) in ligne.Remarques)
        {
            if (ReferenceEquals(cible, colonne) && (pire is null || remarque.Gravite > pire.Gravite))
            {
                pire = remarque;
            }
        }

        return pire;
    }

    private static IReadOnlyList<string> Messages(LectureDImport lecture, LigneDImport ligne) =>
        ligne.Remarques.Count == 0
            ? []
            : [.. ligne.Remarques.Select(r => Situer(lecture, ligne.Numero, r.Colonne, r.Remarque.Message))];

    /// <summary>« Feuille Besoins, ligne 27, colonne E : « 12 cartons » n'est pas un nombre. »</summary>
    private static string Situer(LectureDImport lecture, int numero, ColonneDImport? colonne, string message)
    {
        var rang = colonne is null ? -1 : lecture.Colonnes.Rang(colonne);
        var lieu = rang < 0 ? string.Empty : $", colonne {LettreDeColonne.De(lecture.Colonnes.Presentes[rang].Numero)}";
        return $"Feuille {lecture.Feuille}, ligne {numero}{lieu} : {message}";
    }
}

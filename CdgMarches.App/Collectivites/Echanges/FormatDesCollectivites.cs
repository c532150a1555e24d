using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Collectivites.Regles;

namespace CdgMarches.App.Collectivites.Echanges;

/// <summary>Le format des fichiers de collectivités : un seul pour l'export, le modèle, l'import et les lignes refusées.</summary>
internal static partial class FormatDesCollectivites
{
    private static readonly List<ColonneDImport> ColonnesDuPlan = [];
    private static readonly List<Func<LigneDImport, FicheEchangee, FicheEchangee>> Poseurs = [];
    private static readonly Dictionary<string, ColonneDImport> ParChamp = [];

    public static Champs<FicheEchangee> Champs { get; } = new();

    public static readonly ColonneDImport<string?> Siret = Ajouter(
        "siret",
        Colonnes.Code("SIRET", Domain.Noyau.Siret.Longueur) with
        {
            VideConserve = true,
        },
        f => f.Siret,
        (f, v) => f with { Siret = v }
    );

    public static readonly ColonneDImport<string?> Siren = Ajouter(
        "siren",
        Colonnes.Code("SIREN", Domain.Noyau.Siren.Longueur) with
        {
            VideConserve = true,
        },
        f => f.Siren,
        (f, v) => f with { Siren = v }
    );

    public static readonly ColonneDImport<string?> Nom = Ajouter(
        "nom",
        Colonnes.Texte("Nom", IdentiteDeCollectivite.LongueurDuNom) with
        {
            Alias = ["Collectivité", "Dénomination", "Raison sociale"],
            VideConserve = true,
        },
        f => f.Nom,
        (f, v) => f with { Nom = v }
    );

    public static readonly ColonneDImport<CategorieDeCollectivite?> Categorie = Ajouter(
        "categorie",
        Colonnes.Choix("Catégorie", [.. Domain.Collectivites.Categorie.Toutes.Select(c => (c.Libelle, c.Code))]) with
        {
            VideConserve = true,
        },
        f => f.Categorie,
        (f, v) => f with { Categorie = v }
    );

    public static readonly ColonneDImport<string?> CodeInsee = Ajouter(
        "code-insee",
        Colonnes.Code("Code INSEE", 5) with
        {
            VideConserve = true,
            Alias = ["INSEE"],
        },
        f => f.CodeInsee,
        (f, v) => f with { CodeInsee = v }
    );

    public static readonly ColonneDImport<string?> SirenDuParent = Ajouter(
        "parent",
        Colonnes.DeTexte("SIREN de rattachement", LireSirenDuParent) with
        {
            VideConserve = true,
            Alias = ["Rattachement"],
        },
        f => f.SirenDuParent,
        (f, v) => f with { SirenDuParent = v }
    );

    public static readonly ColonneDImport<long?> AnneeDEffectif = Ajouter(
        "annee",
        Colonnes.Annee("Année de l'effectif") with
        {
            VideConserve = true,
        },
        f => f.AnneeDEffectif,
        (f, v) => f with { AnneeDEffectif = v }
    );

    public static readonly ColonneDImport<long?> Agents = Ajouter(
        "agents",
        Colonnes.Entier("Agents") with
        {
            VideConserve = true,
            Alias = ["Effectif"],
        },
        f => f.Agents,
        (f, v) => f with { Agents = v }
    );

    public static readonly ColonneDImport<long?> AnneeDePopulation = Ajouter(
        "annee-population",
        Colonnes.Annee("Année de la population") with
        {
            VideConserve = true,
        },
        f => f.AnneeDePopulation,
        (f, v) => f with { AnneeDePopulation = v }
    );

    public static readonly ColonneDImport<long?> PopulationTotale = Ajouter(
        "population-totale",
        Colonnes.Entier("Population totale") with
        {
            VideConserve = true,
        },
        f => f.PopulationTotale,
        (f, v) => f with { PopulationTotale = v }
    );

    public static readonly ColonneDImport<long?> PopulationMunicipale = Ajouter(
        "population-municipale",
        Colonnes.Entier("Population municipale") with
        {
            VideConserve = true,
        },
        f => f.PopulationMunicipale,
        (f, v) => f with { PopulationMunicipale = v }
    );

    public static readonly ColonneDImport<string?> Identifiant;

    public static PlanDImport Plan { get; }

    static FormatDesCollectivites()
    {
        const int lignes = IdentiteDeCollectivite.LongueurDesLignes;
        Texte(
            "definition",
            "Définition de l'effectif",
            lignes,
            f => f.Definition,
            (f, v) => f with { Definition = v },
            garde: true
        );
        Texte(
            "source",
            "Source de l'effectif",
            lignes,
            f => f.SourceDEffectif,
            (f, v) => f with { SourceDEffectif = v },
            garde: true
        );
        Ajouter(
            "declare-le",
            Colonnes.Date("Effectif déclaré le") with
            {
                VideConserve = true,
            },
            f => f.DeclareLe,
            (f, v) => f with { DeclareLe = v }
        );
        Texte(
            "source-population",
            "Source de la population",
            lignes,
            f => f.SourceDePopulation,
            (f, v) => f with { SourceDePopulation = v },
            garde: true
        );
        Texte(
            "nom-court",
            "Nom court",
            IdentiteDeCollectivite.LongueurDuNomCourt,
            f => f.NomCourt,
            (f, v) => f with { NomCourt = v },
            garde: true
        );
        Ajouter(
            "categorie-juridique",
            Colonnes.Code("Catégorie juridique", 4) with
            {
                VideConserve = true,
            },
            f => f.CategorieJuridique,
            (f, v) => f with { CategorieJuridique = v }
        );
        Texte("departement", "Département", 3, f => f.Departement, (f, v) => f with { Departement = v }, garde: true);
        Ajouter(
            "dispose-cao",
            Colonnes.OuiNon("Dispose d'une CAO") with
            {
                VideConserve = true,
            },
            f => f.DisposeCao,
            (f, v) => f with { DisposeCao = v }
        );
        Texte("siege-ligne1", "Siège : adresse", lignes, f => f.SiegeLigne1, (f, v) => f with { SiegeLigne1 = v });
        Texte("siege-ligne2", "Siège : complément", lignes, f => f.SiegeLigne2, (f, v) => f with { SiegeLigne2 = v });
        Ajouter(
            "siege-code-postal",
            Colonnes.Code("Siège : code postal", 5),
            f => f.SiegeCodePostal,
            (f, v) => f with { SiegeCodePostal = v }
        );
        Texte("siege-ville", "Siège : ville", lignes, f => f.SiegeVille, (f, v) => f with { SiegeVille = v });
        Texte("postale-ligne1", "Courrier : adresse", lignes, f => f.PostaleLigne1, (f, v) => f with { PostaleLigne1 = v });
        Texte("postale-ligne2", "Courrier : complément", lignes, f => f.PostaleLigne2, (f, v) => f with { PostaleLigne2 = v });
        Ajouter(
            "postale-code-postal",
            Colonnes.Code("Courrier : code postal", 5),
            f => f.PostaleCodePostal,
            (f, v) => f with { PostaleCodePostal = v }
        );
        Texte("postale-ville", "Courrier : ville", lignes, f => f.PostaleVille, (f, v) => f with { PostaleVille = v });
        Texte("courriel", "Courriel", CourrielPlausible.LongueurMax, f => f.Courriel, (f, v) => f with { Courriel = v });
        Texte("telephone", "Téléphone", TelephonePlausible.LongueurMax, f => f.Telephone, (f, v) => f with { Telephone = v });
        Ajouter(
            "chorus-s",
            Colonnes.OuiNon("Chorus : service obligatoire") with
            {
                VideConserve = true,
            },
            f => f.ChorusService,
            (f, v) => f with { ChorusService = v }
        );
        Ajouter(
            "chorus-e",
            Colonnes.OuiNon("Chorus : engagement obligatoire") with
            {
                VideConserve = true,
            },
            f => f.ChorusEngagement,
            (f, v) => f with { ChorusEngagement = v }
        );
        Texte(
            "chorus-service",
            "Chorus : code du service",
            ParametresChorus.LongueurDuCode,
            f => f.ChorusCode,
            (f, v) => f with { ChorusCode = v }
        );
        Texte(
            "chorus-nom",
            "Chorus : nom du service",
            ParametresChorus.LongueurDuNom,
            f => f.ChorusNom,
            (f, v) => f with { ChorusNom = v }
        );
        Ajouter(
            "acces-commune",
            Colonnes.OuiNon("Utilise l'accès de sa commune") with
            {
                VideConserve = true,
            },
            f => f.AccesDeSaCommune,
            (f, v) => f with { AccesDeSaCommune = v }
        );
        Texte("comptable", "Comptable", lignes, f => f.Comptable, (f, v) => f with { Comptable = v });
        Ajouter(
            "notes",
            Colonnes.Commentaire("Notes internes", IdentiteDeCollectivite.LongueurDesNotes),
            f => f.Notes,
            (f, v) => f with { Notes = v }
        );
        Identifiant = Ajouter(
            "identifiant",
            Colonnes.DeTexte(
                "Identifiant",
                c =>
                    Guid.TryParse(c.Texte, out var id)
                        ? Lecture.Ok<string?>(id.ToString("D"))
                        : Lecture.Refus<string?>(
                            $"{Socle.Saisie.Citer(c.Texte)} n'est pas un identifiant de CdgMarches ; laissez la cellule vide pour une nouvelle fiche."
                        )
            ) with
            {
                VideConserve = true,
            },
            f => f.Identifiant,
            (f, v) => f with { Identifiant = v }
        );
        Plan = new PlanDImport("Collectivités", [.. ColonnesDuPlan]);
    }

    /// <summary>Une des colonnes qui disent de quelle fiche il s'agit.</summary>
    public static bool EstUneCle(ColonneDImport colonne) =>
        ReferenceEquals(colonne, Siret)
        || ReferenceEquals(colonne, Siren)
        || ReferenceEquals(colonne, CodeInsee)
        || ReferenceEquals(colonne, Identifiant);

    /// <summary>La colonne où corriger le champ qu'une règle désigne.</summary>
    public static ColonneDImport? ColonneDuChamp(string? champ) => champ is null ? null : ParChamp.GetValueOrDefault(champ);

    /// <summary>La fiche telle que la ligne la veut : une colonne absente ou une cellule vide que l'on conserve ne change rien.</summary>
    public static FicheEchangee Appliquer(LigneDImport ligne, FicheEchangee depart) =>
        Poseurs.Aggregate(depart, (f, poser) => poser(ligne, f));
}

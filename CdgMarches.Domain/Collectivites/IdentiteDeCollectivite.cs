using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Collectivites;

/// <summary>Ce qu'un agent saisit de l'identité d'une collectivité, avant que la fiche ne le prenne.</summary>
/// <remarks>RG9.05. Ce qui est laissé vide est déduit quand il peut l'être : SIREN du SIRET, département du code INSEE.</remarks>
public sealed record IdentiteDeCollectivite
{
    public const int LongueurDuNom = 200;
    public const int LongueurDuNomCourt = 80;
    public const int LongueurDesLignes = 200;
    public const int LongueurDesNotes = 4000;

    public required string Nom { get; init; }

    public required CategorieDeCollectivite Categorie { get; init; }

    /// <summary>Le nom que les tableaux emploient ; le nom entier s'il est vide.</summary>
    public string? NomCourt { get; init; }

    /// <summary>Les tournures corrigées par l'agent ; null pour garder celles que l'application propose.</summary>
    public GrammaireDuNom? Grammaire { get; init; }

    /// <summary>Quatre chiffres de l'INSEE ; celle de la catégorie si elle est vide.</summary>
    public string? CategorieJuridique { get; init; }

    public Siren? Siren { get; init; }

    public Siret? Siret { get; init; }

    public CodeInsee? CodeInsee { get; init; }

    public string? Departement { get; init; }

    /// <summary>Null pour ce que la catégorie suppose.</summary>
    public bool? DisposeCao { get; init; }

    public Adresse Siege { get; init; } = Adresse.Vide;

    /// <summary>L'adresse du courrier, quand elle n'est pas celle du siège.</summary>
    public Adresse Postale { get; init; } = Adresse.Vide;

    public string? Courriel { get; init; }

    public string? Telephone { get; init; }

    public ParametresChorus Chorus { get; init; } = ParametresChorus.Aucun;

    /// <summary>Un CCAS ou une caisse des écoles se sert de l'accès de sa commune : un choix de l'agent, sans effet ailleurs.</summary>
    public bool UtiliseLAccesDeSaCommune { get; init; } = true;

    /// <summary>Le comptable assignataire (SGC).</summary>
    public string? Comptable { get; init; }

    public string? Notes { get; init; }

    internal IdentiteDeCollectivite Normaliser()
    {
        var nom = Texte.Net(Nom) ?? "";
        var code = Texte.Net(CategorieJuridique);
        return this with
        {
            Nom = nom,
            NomCourt = Texte.Net(NomCourt) ?? nom[..Math.Min(nom.Length, LongueurDuNomCourt)].TrimEnd(),
            CategorieJuridique = code ?? Collectivites.Categorie.De(Categorie).CategorieJuridique,
            Siren = Siren ?? Siret?.Siren,
            Departement = Texte.Net(Departement)?.ToUpperInvariant() ?? CodeInsee?.Departement ?? DepartementDuCodePostal(Siege),
            DisposeCao = DisposeCao ?? Collectivites.Categorie.De(Categorie).DisposeCaoParDefaut,
            Siege = Siege.Normaliser(),
            Postale = Postale.Normaliser(),
            Courriel = Texte.Net(Courriel),
            Telephone = Texte.Net(Telephone),
            Chorus = Chorus with
            {
                CodeDuService = Texte.Net(Chorus.CodeDuService),
                NomDuService = Texte.Net(Chorus.NomDuService),
            },
            Comptable = Texte.Net(Comptable),
            Notes = Texte.NetSurPlusieursLignes(Notes),
        };
    }

    /// <summary>Toutes les valeurs que la fiche n'accepterait pas, chacune avec son champ.</summary>
    /// <param name="enFiche">La fiche que l'on change : un téléphone qu'elle porte déjà ne l'empêche pas de changer par ailleurs.</param>
    public Verdict Examiner(IdentiteDeCollectivite? enFiche = null)
    {
        var i = Normaliser();
        return Verdict.De(
            new TexteRequis("nom", "le nom", i.Nom, LongueurDuNom),
            new TexteBorne("nom-court", "le nom court", i.NomCourt, LongueurDuNomCourt),
            new SirenDuSiret(i.Siren, i.Siret),
            new CategorieJuridiqueConnue(i.CategorieJuridique!),
            new DepartementConnu(i.Departement),
            new AdresseLisible("siege", "l'adresse du siège", i.Siege),
            new AdresseLisible("postale", "l'adresse postale", i.Postale),
            new CourrielPlausible("courriel", i.Courriel),
            new TelephonePlausible("telephone", i.Telephone, enFiche?.Telephone),
            new TexteBorne("chorus-service", "le code du service", i.Chorus.CodeDuService, ParametresChorus.LongueurDuCode),
            new TexteBorne("chorus-nom", "le nom du service", i.Chorus.NomDuService, ParametresChorus.LongueurDuNom),
            new TexteBorne("comptable", "le comptable", i.Comptable, LongueurDesLignes),
            new TexteBorne("notes", "les notes internes", i.Notes, LongueurDesNotes),
            new TexteBorne("nom-avec-de", "le nom avec « de »", i.Grammaire?.NomAvecDe, GrammaireDuNom.LongueurMax),
            new TexteBorne("designation", "la désignation", i.Grammaire?.Designation, GrammaireDuNom.LongueurMax),
            new TexteBorne(
                "designation-avec-de",
                "la désignation avec « de »",
                i.Grammaire?.DesignationAvecDe,
                GrammaireDuNom.LongueurMax
            ),
            new TexteBorne(
                "designation-avec-a",
                "la désignation avec « à »",
                i.Grammaire?.DesignationAvecA,
                GrammaireDuNom.LongueurMax
            )
        );
    }

    private static string? DepartementDuCodePostal(Adresse siege) =>
        Texte.Net(siege.CodePostal)?.Replace(" ", "", StringComparison.Ordinal) is { Length: 5 } code
        && code.All(char.IsAsciiDigit)
            ? code switch
            {
                ['9', '7' or '8', ..] => code[..3],
                ['2', '0', < '2', ..] => "2A",
                ['2', '0', ..] => "2B",
                _ => code[..2],
            }
            : null;
}

using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>La fiche de renseignements qu'une collectivité invitée remplit et dépose : ce que l'on sait d'elle, et les blancs à compléter.</summary>
public sealed class ModeleDeFicheDeRenseignements(IDbContextFactory<MarchesDbContext> donnees) : IModeleDeDocument
{
    public const string LeCode = "adhesions.fiche-de-renseignements";

    public string Code => LeCode;

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Fiche de renseignements d'une collectivité qui adhère";

    public string ObjetType => nameof(DossierDAdhesion);

    public string Droit => Droits.GererGroupements;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("membre", "Collectivité qui adhère", "Commune d'Arras", Obligatoire: true),
        new("groupement", "Groupement", "Dématérialisation des procédures", Obligatoire: true),
        new(
            "groupement_designe",
            "Le groupement, avec son article",
            "le groupement de commandes « Dématérialisation des procédures »"
        ),
        new("coordonnateur", "Coordonnateur", "Centre de gestion du Pas-de-Calais", Obligatoire: true),
        new("categorie", "Catégorie", "Commune"),
        new("siret", "SIRET", "216 200 410 00016"),
        new("adresse", "Adresse postale", "Place de la mairie, 62000 Arras"),
        new("courriel", "Courriel", "mairie@arras.example"),
        new("telephone", "Téléphone", "03 21 00 00 00"),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } = [];

    public IReadOnlyList<TableDeModele> Tables { get; } = [];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte.DossierAsync(acteur, new DossierDAdhesionId(objet), annulation);
        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == dossier.Groupement, annulation);
        var membre = await contexte.Collectivites.AsNoTracking().SingleAsync(c => c.Id == dossier.Collectivite, annulation);
        var fiche = new DonneesDeFusion($"Fiche de renseignements {GrammaireDuNom.De(membre.Nom)}")
        {
            Groupement = groupement.Id,
            Collectivite = membre.Id,
        };
        fiche
            .Champ("membre", membre.Nom)
            .Champ("groupement", groupement.Nom)
            .Champ("groupement_designe", AppellationDuGroupement.De(groupement.Nom))
            .Champ("coordonnateur", await contexte.NomAsync(groupement.Coordonnateur, annulation))
            .Champ("categorie", membre.Categorie.Libelle())
            .Champ("siret", membre.Siret?.ToString() ?? Blanc)
            .Champ("adresse", membre.Postale.Sinon(membre.Siege) is { EstVide: false } adresse ? adresse.ToString() : Blanc)
            .Champ("courriel", membre.Courriel ?? Blanc)
            .Champ("telephone", membre.Telephone ?? Blanc);
        return [fiche];
    }

    /// <summary>Ce que la collectivité remplit à la main.</summary>
    internal const string Blanc = "....................................";

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.DossiersEnApercu(acteur).ToListAsync(annulation);
    }
}

/// <summary>Le modèle d'origine de la fiche de renseignements.</summary>
public sealed class FicheDeRenseignementsDOrigine : IModeleDOrigine
{
    private const string Blanc = ModeleDeFicheDeRenseignements.Blanc;

    public string Code => ModeleDeFicheDeRenseignements.LeCode;

    public void Composer(Composition page) =>
        page.Titre("Fiche de renseignements", "{{membre}} : adhésion {{à groupement_designe}}")
            .Paragraphe(
                "À vérifier, à compléter et à déposer dans votre dossier d'adhésion. Ce que {{le coordonnateur}} connaît déjà est rempli ; corrigez ce qui ne l'est plus."
            )
            .Section("La collectivité")
            .Fiche(
                ("Nom", "{{membre}}"),
                ("Catégorie", "{{categorie}}"),
                ("SIRET", "{{siret}}"),
                ("Adresse postale", "{{adresse}}"),
                ("Courriel", "{{courriel}}"),
                ("Téléphone", "{{telephone}}"),
                ("Nombre d'agents", Blanc),
                ("Habitants", Blanc)
            )
            .Section("Qui signe et qui suit le groupement")
            .Fiche(
                ("Signataire : nom, qualité", Blanc),
                ("Référent marchés : nom, fonction", Blanc),
                ("Courriel du référent", Blanc),
                ("Téléphone du référent", Blanc)
            )
            .Section("Facturation")
            .Fiche(("Comptable public", Blanc), ("Code service Chorus Pro", Blanc), ("Numéro d'engagement exigé", "oui / non"))
            .Paragraphe("Fait à ....................   le ....................");
}

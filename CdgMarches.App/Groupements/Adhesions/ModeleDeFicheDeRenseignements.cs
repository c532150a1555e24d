using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>La fiche de renseignements qu'une collectivité invitée remplit et dépose : ce que l'on sait d'elle, et les blancs à compléter.</summary>
public sealed class ModeleDeFicheDeRenseignements(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
    : IModeleDeDocument
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
        new("agents", "Nombre d'agents, et l'année de ce nombre", "612 (2026)"),
        new("habitants", "Habitants, et l'année de ce nombre", "42 600 (2026)"),
        new("signataire", "Qui signe : nom, qualité", "Mme Aude Vasseur, Maire"),
        new("referent", "Référent marchés : nom, fonction", "M. Paul Carpentier, Responsable des achats"),
        new("referent_courriel", "Courriel du référent", "achats@arras.example"),
        new("referent_telephone", "Téléphone du référent", "03 21 00 00 01"),
        new("comptable", "Comptable public", "Service de gestion comptable d'Arras"),
        new("code_service", "Code service Chorus Pro", "SERVICE-ACHATS"),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } = [];

    public IReadOnlyList<TableDeModele> Tables { get; } = [];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte.DossierAsync(acteur, new DossierDAdhesionId(objet), annulation);
        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == dossier.Groupement, annulation);
        var membre = await contexte.Collectivites.AsNoTracking().SingleAsync(c => c.Id == dossier.Collectivite, annulation);
        var jour = horloge.Aujourdhui;
        var effectif = membre.Effectifs.MaxBy(e => e.Annee);
        var population = membre.Populations.MaxBy(p => p.Annee);
        var referent = membre.TitulairesDe(RoleDeContact.ReferentMarches, jour) is [var premier, ..] ? premier : default;
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
            .Champ("telephone", membre.Telephone ?? Blanc)
            .Champ("agents", DeLAnnee(effectif?.Agents, effectif?.Annee))
            .Champ("habitants", DeLAnnee(population?.Totale ?? population?.Municipale, population?.Annee))
            .Champ("signataire", membre.Representant(jour) is { } signataire ? Nommer(signataire) : Blanc)
            .Champ("referent", referent == default ? Blanc : Nommer(referent))
            .Champ("referent_courriel", referent.Contact?.Courriel ?? Blanc)
            .Champ("referent_telephone", referent.Contact?.Telephone ?? Blanc)
            .Champ("comptable", string.IsNullOrWhiteSpace(membre.Comptable) ? Blanc : membre.Comptable)
            .Champ("code_service", membre.Chorus.CodeDuService ?? Blanc);
        return [fiche];
    }

    /// <summary>Un nombre et l'année dont il est : la collectivité voit s'il est à corriger.</summary>
    private static string DeLAnnee(int? nombre, int? annee) =>
        nombre is { } connu ? $"{connu.ToString("N0", Francais.Culture)} ({annee!.Value.ToString(Francais.Culture)})" : Blanc;

    private static string Nommer((Contact Contact, Mandat Mandat) personne) =>
        personne.Mandat.Qualite is { } qualite ? $"{personne.Contact.NomComplet}, {qualite}" : personne.Contact.NomComplet;

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
                ("Nombre d'agents", "{{agents}}"),
                ("Habitants", "{{habitants}}")
            )
            .Section("Qui signe et qui suit le groupement")
            .Fiche(
                ("Signataire : nom, qualité", "{{signataire}}"),
                ("Référent marchés : nom, fonction", "{{referent}}"),
                ("Courriel du référent", "{{referent_courriel}}"),
                ("Téléphone du référent", "{{referent_telephone}}")
            )
            .Section("Facturation")
            .Fiche(
                ("Comptable public", "{{comptable}}"),
                ("Code service Chorus Pro", "{{code_service}}"),
                ("Numéro d'engagement exigé", "oui / non")
            )
            .Paragraphe("Fait à ....................   le ....................");
}

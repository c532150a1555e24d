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

/// <summary>« Ma délibération » : le modèle pré-rempli pour une collectivité qui adhère, à soumettre à son assemblée.</summary>
public sealed class ModeleDeDeliberation(IDbContextFactory<MarchesDbContext> donnees) : IModeleDeDocument
{
    public const string LeCode = "adhesions.deliberation";

    public string Code => LeCode;

    public GenreDeDocument Genre => GenreDeDocument.DeliberationType;

    public string Titre => "Délibération d'adhésion à un groupement de commandes";

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
        new("objet", "Objet du groupement", "Accéder à moindre coût aux plateformes"),
        new("coordonnateur", "Coordonnateur", "Centre de gestion du Pas-de-Calais", Obligatoire: true),
        new("adhesion", "Comment l'adhésion se fait", "par avenant accepté de chaque membre du groupement"),
        new("finances", "Dispositions financières", "La mission du coordonnateur n'est pas rémunérée"),
        new("assemblee", "L'assemblée qui délibère", "Le conseil municipal"),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [new("cao_propre", "Le groupement a sa commission d'appel d'offres")];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [new("prestations", "Prestations choisies", [new ChampDeModele("prestation", "Prestation", "Parapheur électronique")])];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte.DossierAsync(acteur, new DossierDAdhesionId(objet), annulation);
        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == dossier.Groupement, annulation);
        var membre = await contexte.NomAsync(dossier.Collectivite, annulation);
        var categorie = await contexte
            .Collectivites.Where(c => c.Id == dossier.Collectivite)
            .Select(c => c.Categorie)
            .SingleAsync(annulation);
        var finances = await contexte
            .ConventionsConstitutives.Where(c => c.Groupement == groupement.Id)
            .Select(c => c.DispositionsFinancieres)
            .SingleOrDefaultAsync(annulation);
        var donneesDeFusion = new DonneesDeFusion(
            $"Délibération d'adhésion {GrammaireDuNom.De(membre)} à {Typographie.Citer(groupement.Nom)}"
        )
        {
            Groupement = groupement.Id,
            Collectivite = dossier.Collectivite,
        };
        donneesDeFusion
            .Champ("membre", membre)
            .Champ("groupement", groupement.Nom)
            .Champ("groupement_designe", AppellationDuGroupement.De(groupement.Nom))
            .Champ("objet", groupement.Objet)
            .Champ("coordonnateur", await contexte.NomAsync(groupement.Coordonnateur, annulation))
            .Champ("adhesion", Modalite(groupement.Regles.ModeDAdhesion))
            .Champ("finances", string.IsNullOrEmpty(finances) ? "selon la convention constitutive" : finances.TrimEnd(' ', '.'))
            .Champ("assemblee", Majuscule(AssembleeDeliberante.De(categorie)))
            .Condition("cao_propre", groupement.Regles.RegimeDeCao is RegimeDeCao.Propre)
            .Table(
                "prestations",
                dossier
                    .Choix.Select(c => groupement.PrestationDe(c.Prestation).Libelle)
                    .Order(StringComparer.Create(Francais.Culture, ignoreCase: true)),
                (libelle, ligne) => ligne.Champ("prestation", libelle)
            );
        return [donneesDeFusion];
    }

    /// <summary>La suite de « approuve l'adhésion d'Arras au groupement, … ».</summary>
    private static string Modalite(ModeDAdhesion mode) =>
        mode switch
        {
            ModeDAdhesion.ParAvenant => "par avenant accepté de chaque membre du groupement",
            ModeDAdhesion.ParFenetre => "dans la période d'adhésion que la convention ouvre avant chaque remise en concurrence",
        };

    private static string Majuscule(string texte) => char.ToUpper(texte[0], Francais.Culture) + texte[1..];

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.DossiersEnApercu(acteur).ToListAsync(annulation);
    }
}

/// <summary>Le modèle d'origine de la délibération d'adhésion, dans la forme qu'une assemblée attend.</summary>
public sealed class DeliberationDOrigine : IModeleDOrigine
{
    public string Code => ModeleDeDeliberation.LeCode;

    public void Composer(Composition page) =>
        page.Titre("Délibération", "Adhésion {{de membre}} {{à groupement_designe}}")
            .Paragraphe("Vu le code général des collectivités territoriales, notamment ses articles L1414-3 et L2131-1 ;")
            .Paragraphe("Vu le code de la commande publique, notamment ses articles L2113-6 à L2113-8 ;")
            .Paragraphe("Vu la convention constitutive {{de groupement_designe}}, coordonné par {{le coordonnateur}} ;")
            .Paragraphe("Considérant l'objet du groupement : {{objet}}")
            .Paragraphe("{{assemblee}}, après en avoir délibéré :")
            .Puces(
                "approuve l'adhésion {{de membre}} {{à groupement_designe}}, {{adhesion}} ;",
                "prend acte des dispositions financières : {{finances}} ;"
            )
            .Si(
                "cao_propre",
                p =>
                    p.Puces(
                        "désigne, pour la représenter à la commission d'appel d'offres du groupement, ...................., titulaire, et ...................., suppléant (CGCT, art. L1414-3) ;"
                    )
            )
            .Puces("autorise son exécutif à signer la convention constitutive, ses avenants et tout document qui s'y rapporte.")
            .Si(
                "prestations",
                p =>
                    p.Section("Prestations choisies")
                        .Tableau("prestations", 0, new ColonneDeTableau("Prestation", "{{prestation}}"))
            )
            .Paragraphe("Fait et délibéré le ....................")
            .Paragraphe("Publiée le ....................   Transmise au contrôle de légalité le ....................");
}

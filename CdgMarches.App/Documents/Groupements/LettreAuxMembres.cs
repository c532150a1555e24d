using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Groupements;

/// <summary>Une lettre à chaque membre d'un groupement : le modèle en fait une information, un envoi de pièces, un rappel.</summary>
/// <remarks>Convention constitutive, art. 3.1 : le coordonnateur transmet sans délai toute information aux membres (RG7.03).</remarks>
public sealed class LettreAuxMembres(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : IModeleDeDocument
{
    internal const string CodeDeNature = "groupements.lettre";

    public string Code => CodeDeNature;

    public GenreDeDocument Genre => GenreDeDocument.Courrier;

    public string Titre => "Lettre aux membres d'un groupement";

    public string ObjetType => nameof(Groupement);

    public string Droit => Droits.GererGroupements;

    public bool AvecDestinataire => true;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("groupement", "Nom du groupement", "Fournitures de bureau", Obligatoire: true),
        new("groupement_designe", "Le groupement, avec son article", "le groupement de commandes « Fournitures de bureau »"),
        new("groupement_reference", "Référence du groupement", "GC-2026-003"),
        new("coordonnateur", "Coordonnateur", "le centre de gestion du Pas-de-Calais"),
        new("membre", "Nom du membre", "Arras", Obligatoire: true),
        new("membre_designation", "Le membre, avec son article, en tête de phrase", "La commune d'Arras"),
        new("entree", "Date de son adhésion", "1er janvier 2026"),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "prestations",
            "Prestations choisies",
            [new("prestation", "Libellé", "Papier A4"), new("depuis", "Depuis le", "1er janvier 2026")]
        ),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [new("avec_prestations", "Le membre a choisi au moins une prestation")];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var (id, jour) = (new GroupementId(objet), horloge.Aujourdhui);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement =
            await contexte.Groupements.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
            ?? throw new DroitManquantException(Droit);
        var coordonnateur = await contexte
            .Collectivites.Where(c => c.Id == groupement.Coordonnateur)
            .Select(c => c.Grammaire.Designation)
            .SingleAsync(annulation);
        var adhesions = await contexte
            .Adhesions.AsNoTracking()
            .Where(a => a.Groupement == id && a.Entree <= jour && (a.Sortie == null || a.Sortie >= jour))
            .ToListAsync(annulation);
        var membres = (
            await (
                from adhesion in contexte.Adhesions
                join collectivite in contexte.Collectivites on adhesion.Collectivite equals collectivite.Id
                where adhesion.Groupement == id && adhesion.Entree <= jour
                where adhesion.Sortie == null || adhesion.Sortie >= jour
                select new Membre(
                    collectivite.Id,
                    collectivite.Nom,
                    collectivite.CleDeTri,
                    collectivite.Grammaire.Designation,
                    collectivite.Siege,
                    collectivite.Postale
                )
            ).ToListAsync(annulation)
        ).ToDictionary(m => m.Id);
        return
        [
            .. adhesions
                .OrderBy(a => membres[a.Collectivite].CleDeTri, StringComparer.Ordinal)
                .Select(a => Lettre(groupement, coordonnateur, a, membres[a.Collectivite], jour)),
        ];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Groupements.DuPerimetre(acteur)
            .OrderBy(g => g.CleDeTri)
            .Take(30)
            .Select(g => new ObjetDApercu(g.Id.Valeur, g.Nom))
            .ToListAsync(annulation);
    }

    private static DonneesDeFusion Lettre(
        Groupement groupement,
        string coordonnateur,
        Adhesion adhesion,
        Membre membre,
        DateOnly jour
    )
    {
        var contenu = new DonneesDeFusion($"Lettre {GrammaireDuNom.A(membre.Nom)}, {groupement.Nom}")
        {
            Groupement = groupement.Id,
            Collectivite = membre.Id,
            Destinataire = DestinataireDeDocument.De(
                membre.Id.Valeur,
                GrammaireDuNom.SansArticle(membre.Designation),
                null,
                membre.Postale.Sinon(membre.Siege)
            ),
        };
        var nom = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime);
        var choix = adhesion.Choix.Where(c => c.Du <= jour && (c.Au is null || c.Au >= jour)).ToList();
        contenu
            .Champ("groupement", nom)
            .Champ("groupement_designe", AppellationDuGroupement.De(nom))
            .Champ("groupement_reference", groupement.Reference.ToString())
            .Champ("coordonnateur", coordonnateur)
            .Champ("membre", membre.Nom)
            .Champ("membre_designation", Majuscule(membre.Designation))
            .Champ("entree", Formats.DateLongue(adhesion.Entree))
            .Condition("avec_prestations", choix.Count > 0)
            .Table(
                "prestations",
                choix,
                (c, l) =>
                    l.Champ("prestation", groupement.Prestations.FirstOrDefault(p => p.Id == c.Prestation)?.Libelle)
                        .Champ("depuis", Formats.DateLongue(c.Du))
            );
        return contenu;
    }

    private static string Majuscule(string texte) =>
        texte.Length == 0 ? texte : char.ToUpper(texte[0], Francais.Culture) + texte[1..];

    private sealed record Membre(
        CollectiviteId Id,
        string Nom,
        string CleDeTri,
        string Designation,
        Adresse Siege,
        Adresse Postale
    );
}

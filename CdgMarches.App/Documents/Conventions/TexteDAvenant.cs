using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Le texte d'un avenant à la convention constitutive : ce qu'il change, et un bloc de signature par membre.</summary>
public sealed class TexteDAvenant(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge) : IModeleDeDocument
{
    internal const string CodeDeNature = "groupements.avenant";

    public string Code => CodeDeNature;

    public GenreDeDocument Genre => GenreDeDocument.Avenant;

    public string Titre => "Avenant à la convention constitutive";

    public string ObjetType => nameof(AvenantDeConvention);

    public string Droit => Droits.GererGroupements;

    public IReadOnlyList<ChampDeModele> Champs { get; } =
    [
        new("numero", "Numéro de l'avenant", "2", Obligatoire: true),
        new("objet", "Objet de l'avenant", "Adhésion de la commune d'Arras", Obligatoire: true),
        new("groupement", "Nom du groupement", "Fournitures de bureau", Obligatoire: true),
        new("groupement_designe", "Le groupement, avec son article", "le groupement de commandes « Fournitures de bureau »"),
        new("coordonnateur", "Coordonnateur", "le centre de gestion du Pas-de-Calais"),
        new("texte_en_vigueur", "Stipulations avant l'avenant", "Le groupement compte douze membres."),
        new("texte_nouveau", "Stipulations nouvelles", "Le groupement compte treize membres.", Obligatoire: true),
    ];

    public IReadOnlyList<TableDeModele> Tables { get; } =
    [
        new(
            "parties",
            "Membres",
            [
                new("partie", "Nom du membre", "Commune d'Arras"),
                new("representant", "Qui le représente", "Mme Aude Vasseur"),
                new("qualite", "Sa qualité", "Maire"),
            ]
        ),
    ];

    public IReadOnlyList<ConditionDeModele> Conditions { get; } =
    [new("avec_texte_en_vigueur", "Des stipulations en vigueur sont remplacées")];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var (id, jour) = (new AvenantDeConventionId(objet), horloge.Aujourdhui);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var avenant = await contexte.AvenantsDeConvention.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, annulation);
        var groupement = avenant is null
            ? null
            : await contexte
                .Groupements.AsNoTracking()
                .DuPerimetre(acteur)
                .SingleOrDefaultAsync(g => g.Id == avenant.Groupement, annulation);
        if (avenant is null || groupement is null)
        {
            throw new DroitManquantException(Droit);
        }

        var membres = await (
            from adhesion in contexte.Adhesions
            join collectivite in contexte.Collectivites on adhesion.Collectivite equals collectivite.Id
            where adhesion.Groupement == groupement.Id
            where adhesion.Entree <= jour && (adhesion.Sortie == null || adhesion.Sortie >= jour)
            orderby collectivite.CleDeTri
            select collectivite
        )
            .AsNoTracking()
            .ToListAsync(annulation);
        var coordonnateur = await contexte
            .Collectivites.AsNoTracking()
            .SingleAsync(c => c.Id == groupement.Coordonnateur, annulation);
        var contenu = new DonneesDeFusion($"Avenant n° {avenant.Numero} au groupement {groupement.Nom}")
        {
            Groupement = groupement.Id,
        };
        contenu
            .Champ("numero", Formats.Nombre((long)avenant.Numero))
            .Champ("objet", avenant.Objet)
            .Champ("groupement", groupement.Nom)
            .Champ("groupement_designe", AppellationDuGroupement.De(groupement.Nom))
            .Champ("coordonnateur", coordonnateur.Grammaire.Designation)
            .Champ("texte_en_vigueur", avenant.TexteEnVigueur)
            .Champ("texte_nouveau", avenant.TexteNouveau)
            .Condition("avec_texte_en_vigueur", avenant.TexteEnVigueur.Length > 0)
            .Table(
                "parties",
                membres,
                (m, l) =>
                {
                    var (nom, qualite) = Representants.De(m, jour);
                    l.Champ("partie", m.Nom).Champ("representant", nom).Champ("qualite", qualite);
                }
            );
        return [contenu];
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lus = await (
            from avenant in contexte.AvenantsDeConvention
            join groupement in contexte.Groupements.DuPerimetre(acteur) on avenant.Groupement equals groupement.Id
            orderby groupement.CleDeTri, avenant.Numero descending
            select new
            {
                avenant.Id,
                avenant.Numero,
                groupement.Nom,
            }
        )
            .Take(30)
            .ToListAsync(annulation);
        return [.. lus.Select(a => new ObjetDApercu(a.Id.Valeur, $"{a.Nom}, avenant n° {a.Numero}"))];
    }
}

using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Espace;

/// <summary>Le rapport d'activité d'une année, produit pour une collectivité.</summary>
public sealed record RapportDuMembre(Guid Document, string Titre, DateTimeOffset ProduitLe);

/// <summary>L'activité d'un groupement, telle qu'un membre la lit.</summary>
public sealed record ActiviteLue(
    GroupementId Groupement,
    string Nom,
    string Coordonnateur,
    DateOnly Debut,
    IReadOnlyList<RubriqueDActivite> Rubriques,
    IReadOnlyList<RapportDuMembre> Rapports
)
{
    /// <summary>La fin du groupement, s'il se dissout ou s'il est clos.</summary>
    public FinDuGroupement? Fin { get; init; }
}

/// <summary>Une rubrique entière, page par page.</summary>
public sealed record PageDeRubrique(string NomDuGroupement, DateOnly Debut, string Titre, PageDe<LigneDActivite> Lignes);

/// <summary>Lit ce que le coordonnateur tient à la disposition d'un membre du groupement (RG7.03).</summary>
public sealed class ActiviteDuGroupement(
    IDbContextFactory<MarchesDbContext> donnees,
    IEnumerable<ISourceDActivite> sources,
    HorlogeLegale horloge
)
{
    /// <summary>Les premières lignes d'une rubrique sur la page ; toutes se lisent sur la sienne.</summary>
    public const int LignesMontrees = 10;

    /// <summary>Un rapport qui en dirait plus ne se lirait plus : il dit combien d'autres il y a.</summary>
    public const int LignesDuRapport = 30;

    private const int RapportsMontres = 10;

    /// <returns>L'activité, ou null si aucune collectivité de l'acteur n'est, ni n'a été, membre de ce groupement.</returns>
    public async Task<ActiviteLue?> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        int? annee = null,
        int lignes = LignesMontrees,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await NommerAsync(contexte, acteur, groupement, annulation) is not { } lu)
        {
            return null;
        }

        List<RubriqueDActivite> rubriques = [];
        var lecture = new LectureDActivite(acteur, groupement, annee);
        foreach (var source in sources.OrderBy(s => s.Ordre))
        {
            var page = await source.LireAsync(contexte, lecture, new Demande(Taille: lignes), annulation);
            rubriques.Add(new RubriqueDActivite(source.Cle, source.Titre, page.Elements, page.Total));
        }

        return new ActiviteLue(
            groupement,
            lu.Nom,
            lu.Coordonnateur,
            lu.Debut,
            rubriques,
            await RapportsAsync(contexte, acteur, groupement, annulation)
        )
        {
            Fin = (await FinDuGroupement.LireAsync(contexte, [groupement], horloge.Aujourdhui, annulation)).GetValueOrDefault(
                groupement
            ),
        };
    }

    /// <returns>La rubrique demandée, ou null si elle n'existe pas ou n'est pas à la disposition de l'acteur.</returns>
    public async Task<PageDeRubrique?> RubriqueAsync(
        Acteur acteur,
        GroupementId groupement,
        string cle,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            sources.FirstOrDefault(s => s.Cle == cle) is not { } source
            || await NommerAsync(contexte, acteur, groupement, annulation) is not { } lu
        )
        {
            return null;
        }

        var lecture = new LectureDActivite(acteur, groupement, AnneeDe(demande));
        return new PageDeRubrique(lu.Nom, lu.Debut, source.Titre, await source.LireAsync(contexte, lecture, demande, annulation));
    }

    /// <summary>La pièce d'un rapport produit pour une collectivité de l'acteur ; null s'il n'est pas à lui.</summary>
    public async Task<Guid?> PieceDuRapportAsync(
        Acteur acteur,
        GroupementId groupement,
        Guid document,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await NommerAsync(contexte, acteur, groupement, annulation) is null
            ? null
            : await Rapports(contexte, acteur, groupement)
                .Where(d => d.Id == document)
                .Select(d => (Guid?)d.Piece)
                .SingleOrDefaultAsync(annulation);
    }

    /// <summary>L'année qu'un filtre désigne, dans des bornes de bon sens ; nulle pour tout.</summary>
    internal static int? AnneeDe(Demande demande) =>
        int.TryParse(demande.Filtre("annee"), System.Globalization.CultureInfo.InvariantCulture, out var annee)
        && annee is >= 2000 and <= 2100
            ? annee
            : null;

    /// <summary>Le groupement, si l'acteur en est membre, l'a été, ou le suit au CDG.</summary>
    internal static async Task<NomDuGroupement?> NommerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.Consulter);
        var siennes = acteur.Perimetre.Collectivites;
        var permis = acteur.Perimetre.EstCdg
            ? acteur.Perimetre.Comprend(groupement)
            : await contexte.Adhesions.AnyAsync(a => a.Groupement == groupement && siennes.Contains(a.Collectivite), annulation);
        return permis
            ? await contexte
                .Groupements.AsNoTracking()
                .Where(g => g.Id == groupement)
                .Select(g => new NomDuGroupement(
                    AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime),
                    contexte.Collectivites.Where(c => c.Id == g.Coordonnateur).Select(c => c.Nom).First(),
                    g.Debut
                ))
                .SingleOrDefaultAsync(annulation)
            : null;
    }

    private static async Task<IReadOnlyList<RapportDuMembre>> RapportsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement,
        CancellationToken annulation
    ) =>
        await Rapports(contexte, acteur, groupement)
            .OrderByDescending(d => d.ProduitLe)
            .ThenBy(d => d.Id)
            .Take(RapportsMontres)
            .Select(d => new RapportDuMembre(d.Id, d.Titre, d.ProduitLe))
            .ToListAsync(annulation);

    private static IQueryable<Database.Documents.DocumentProduit> Rapports(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId groupement
    )
    {
        var siennes = acteur.Perimetre.Collectivites;
        var rapports = contexte
            .DocumentsProduits.AsNoTracking()
            .Where(d => d.Nature == RapportDActivite.CodeDeNature && d.ObjetId == groupement.Valeur);
        return acteur.Perimetre.EstCdg
            ? rapports
            : rapports.Where(d => d.Collectivite != null && siennes.Contains(d.Collectivite.Value));
    }
}

/// <summary>Le nom d'un groupement, celui de son coordonnateur, et son premier jour.</summary>
internal sealed record NomDuGroupement(string Nom, string Coordonnateur, DateOnly Debut);

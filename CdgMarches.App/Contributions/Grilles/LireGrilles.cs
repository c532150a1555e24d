using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Une version de grille dans la liste.</summary>
public sealed record LigneDeGrille(
    GrilleId Id,
    Guid Lignee,
    int Numero,
    string Intitule,
    PorteeDeGrille Portee,
    string? NomDuGroupement,
    string Type,
    EtatDeGrille Etat,
    DateOnly? Debut,
    DateOnly? Fin
);

/// <summary>Une version de grille, telle que sa page la montre.</summary>
public sealed record FicheDeGrille(
    GrilleId Id,
    int Version,
    Guid Lignee,
    int Numero,
    EtatDeGrille Etat,
    string? Deliberation,
    DateOnly? DelibereeLe,
    DateOnly? Debut,
    DateOnly? Fin,
    DefinitionDeGrille Definition,
    string? NomDuGroupement,
    IReadOnlyList<DefautDeCouverture> Defauts,
    IReadOnlyList<LigneDeGrille> Autres,
    RegimeFinancier? Regime,
    bool PeutGerer
)
{
    /// <summary>La version est en vigueur sans dernier jour : une délibération peut y mettre fin.</summary>
    public required bool PeutSArreter { get; init; }

    /// <summary>Ce qui empêche d'annuler une adoption faite par erreur.</summary>
    public required Verdict PeutAnnulerLAdoption { get; init; }

    /// <summary>Le verdict d'une adoption, sans préjuger des dates que l'agent donnera.</summary>
    public bool SansTrou => Defauts.Count == 0;

    public int CasesVides => Definition.ToutesLesCoordonnees().Except(Definition.Cellules.Select(c => c.Coordonnees)).Count();
}

/// <summary>Les grilles du périmètre, et la fiche de l'une d'elles.</summary>
public sealed class LireGrilles(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeGrille>> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grilles = contexte.Grilles.AsNoTracking().DuPerimetre(acteur);
        if (demande.Recherche is { Length: > 0 } recherche)
        {
            grilles = grilles.Where(g => g.Intitule.Contains(recherche) || g.Type.Code.Contains(recherche));
        }

        if (Enum.TryParse<EtatDeGrille>(demande.Filtre("etat"), out var etat))
        {
            grilles = grilles.Where(g => g.Etat == etat);
        }

        var total = await grilles.CountAsync(annulation);
        var page = await Lignes(contexte, grilles.OrderBy(g => g.Intitule).ThenByDescending(g => g.Numero).ThenBy(g => g.Id))
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        return new PageDe<LigneDeGrille>(page, total);
    }

    /// <summary>Les lignées dont une version est adoptée : ce qu'on peut appeler.</summary>
    public Task<IReadOnlyList<LigneDeGrille>> AppelablesAsync(Acteur acteur, CancellationToken annulation = default) =>
        AdopteesAsync(acteur, grilles => grilles, annulation);

    /// <summary>Les grilles qui rangent les membres d'un groupement : celles d'une convention d'accès n'en sont pas (RG6.26).</summary>
    public Task<IReadOnlyList<LigneDeGrille>> StratesAsync(
        Acteur acteur,
        GroupementId groupement,
        CancellationToken annulation = default
    ) => AdopteesAsync(acteur, grilles => grilles.DuGroupement(groupement), annulation);

    private async Task<IReadOnlyList<LigneDeGrille>> AdopteesAsync(
        Acteur acteur,
        Func<IQueryable<Grille>, IQueryable<Grille>> choisir,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var adoptees = await Lignes(
                contexte,
                choisir(contexte.Grilles.AsNoTracking().DuPerimetre(acteur).Where(g => g.Etat == EtatDeGrille.Adoptee))
            )
            .ToListAsync(annulation);
        return
        [
            .. adoptees
                .GroupBy(g => g.Lignee)
                .Select(g => g.MaxBy(v => v.Debut)!)
                .OrderBy(g => g.Intitule, StringComparer.CurrentCulture),
        ];
    }

    /// <returns>Null si la grille n'est pas du périmètre.</returns>
    public async Task<FicheDeGrille?> FicheAsync(Acteur acteur, GrilleId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.Grilles.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
            is not { } grille
        )
        {
            return null;
        }

        var definition = grille.Definition();
        return new FicheDeGrille(
            grille.Id,
            grille.Version,
            grille.Lignee,
            grille.Numero,
            grille.Etat,
            grille.Deliberation,
            grille.DelibereeLe,
            grille.Debut,
            grille.Fin,
            definition,
            grille.Groupement is { } g
                ? await contexte.Groupements.Where(x => x.Id == g).Select(x => x.Nom).SingleAsync(annulation)
                : null,
            definition.Defauts(),
            await Lignes(
                    contexte,
                    contexte.Grilles.AsNoTracking().Where(x => x.Lignee == grille.Lignee).OrderByDescending(x => x.Numero)
                )
                .ToListAsync(annulation),
            await RegimeAsync(contexte, grille.Groupement, annulation),
            acteur.Peut(Droits.PreparerContributions)
        )
        {
            PeutSArreter = grille.PeutSArreter().EstFavorable,
            PeutAnnulerLAdoption = grille.PeutAnnulerLAdoption(await ArreterGrille.EffetsAsync(contexte, grille, annulation)),
        };
    }

    internal static async Task<RegimeFinancier?> RegimeAsync(
        MarchesDbContext contexte,
        GroupementId? groupement,
        CancellationToken annulation
    ) =>
        groupement is { } g
            ? await contexte.RegimesFinanciers.AsNoTracking().SingleOrDefaultAsync(r => r.Groupement == g, annulation)
            : null;

    private static IQueryable<LigneDeGrille> Lignes(MarchesDbContext contexte, IQueryable<Grille> grilles) =>
        grilles.Select(g => new LigneDeGrille(
            g.Id,
            g.Lignee,
            g.Numero,
            g.Intitule,
            g.Portee,
            contexte.Groupements.Where(x => x.Id == g.Groupement).Select(x => x.Nom).FirstOrDefault(),
            g.Type.Libelle,
            g.Etat,
            g.Debut,
            g.Fin
        ));
}

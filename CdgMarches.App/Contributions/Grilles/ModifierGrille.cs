using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Écrit une grille : première version, brouillon modifié, version suivante.</summary>
public sealed class ModifierGrille(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<GrilleId> CreerAsync(Acteur acteur, DefinitionDeGrille definition, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await ExigerPorteeAsync(contexte, acteur, definition, annulation);
        var grille = Grille.Creer(definition, await LireGrilles.RegimeAsync(contexte, definition.Groupement, annulation));
        contexte.Add(grille);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return grille.Id;
    }

    /// <exception cref="RegleMetierException">La version est adoptée, ou ce qu'on écrit n'est pas admis.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        GrilleId id,
        int versionLue,
        DefinitionDeGrille definition,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.GrilleAsync(acteur, id, annulation);
        contexte.ExigerVersion(grille, versionLue);
        grille.Modifier(definition, await LireGrilles.RegimeAsync(contexte, grille.Groupement, annulation));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Ouvre la version suivante d'une grille, copie de celle-ci ; reprend le brouillon qui serait déjà ouvert.</summary>
    public async Task<GrilleId> NouvelleVersionAsync(Acteur acteur, GrilleId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.GrilleAsync(acteur, id, annulation);
        var soeurs = await contexte
            .Grilles.Where(g => g.Lignee == grille.Lignee)
            .Select(g => new
            {
                g.Id,
                g.Numero,
                g.Etat,
            })
            .ToListAsync(annulation);
        if (soeurs.Find(s => s.Etat is EtatDeGrille.Brouillon) is { } brouillon)
        {
            return brouillon.Id;
        }

        var nouvelle = grille.NouvelleVersion(soeurs.Max(s => s.Numero) + 1);
        contexte.Add(nouvelle);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return nouvelle.Id;
    }

    private static async Task ExigerPorteeAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        DefinitionDeGrille definition,
        CancellationToken annulation
    )
    {
        if (definition.Groupement is { } groupement)
        {
            await contexte.GroupementAsync(acteur, groupement, annulation);
        }
        else
        {
            acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        }
    }
}

/// <summary>Adopte une version votée ; celle qu'elle remplace s'arrête la veille, dans la même transaction (RG6.01).</summary>
public sealed class AdopterGrille(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GrilleId id,
        int versionLue,
        string? deliberation,
        DateOnly? delibereeLe,
        DateOnly? debut,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.GrilleAsync(acteur, id, annulation);
        contexte.ExigerVersion(grille, versionLue);
        var autres = await contexte
            .Grilles.Where(g => g.Lignee == grille.Lignee && g.Id != id && g.Etat == EtatDeGrille.Adoptee)
            .ToListAsync(annulation);

        grille.Adopter(
            deliberation,
            delibereeLe,
            debut,
            [.. autres.Select(a => new ValiditeDeVersion(a.Numero, a.Debut!.Value, a.Fin))],
            await VoisinesAsync(contexte, grille, annulation),
            horloge.Aujourdhui
        );
        if (autres.Find(a => a.Fin is null) is { } remplacee)
        {
            remplacee.Clore(debut!.Value.AddDays(-1));
            grille.Attendre(remplacee.ProchainExercice ?? 0);
        }
        else
        {
            // A first version adopted late does not owe the years gone by.
            grille.Attendre(horloge.Aujourdhui.Year);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Les grilles adoptées d'autres lignées qui appellent le même type aux mêmes redevables.</summary>
    private static async Task<List<GrilleVoisine>> VoisinesAsync(
        MarchesDbContext contexte,
        Grille grille,
        CancellationToken annulation
    )
    {
        var (lignee, portee, groupement, type) = (grille.Lignee, grille.Portee, grille.Groupement, grille.Type.Code);
        return (
            await contexte
                .Grilles.AsNoTracking()
                .Where(g =>
                    g.Etat == EtatDeGrille.Adoptee
                    && g.Lignee != lignee
                    && g.Portee == portee
                    && g.Groupement == groupement
                    && g.Type.Code == type
                )
                .OrderBy(g => g.Debut)
                .Select(g => new
                {
                    g.Intitule,
                    g.Numero,
                    g.Debut,
                    g.Fin,
                })
                .ToListAsync(annulation)
        ).ConvertAll(g => new GrilleVoisine(g.Intitule, g.Numero, g.Debut!.Value, g.Fin));
    }
}

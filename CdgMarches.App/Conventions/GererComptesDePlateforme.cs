using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Ouvre un compte de plateforme au titre d'une convention.</summary>
public sealed class OuvrirCompteDePlateforme(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId convention,
        DateOnly ouvertLe,
        string? titulaire,
        string? courriel,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var cible = await contexte.ConventionAsync(acteur, convention, jeton);
                var ouverts = await contexte
                    .ComptesDePlateforme.Where(c => c.Convention == convention && c.FermeLe == null)
                    .Select(c => new { c.Courriel, c.OuvertLe })
                    .ToListAsync(jeton);
                var memeAdresse = ouverts.Find(c =>
                    string.Equals(c.Courriel, courriel?.Trim(), StringComparison.OrdinalIgnoreCase)
                );
                contexte.Add(
                    CompteDePlateforme.Ouvrir(cible, ouvertLe, titulaire, courriel, horloge.Aujourdhui, memeAdresse?.OuvertLe)
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                await contexte.AccorderLaFinAsync(cible, horloge.Aujourdhui, jeton);
            },
            annulation
        );
    }
}

internal static class EcheancesDesComptes
{
    /// <summary>Un compte qui s'ouvre ou se ferme change l'échéance de la fin de sa convention : elle les attend tous fermés.</summary>
    public static async Task AccorderLaFinAsync(
        this MarchesDbContext contexte,
        ConventionDAcces convention,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        await contexte.AccorderEcheancesAsync([convention], jour, annulation);
        await contexte.SaveChangesAsync(annulation);
    }
}

/// <summary>Ferme un compte, ou tous ceux d'une convention : la tâche de sa fin.</summary>
public sealed class FermerComptesDePlateforme(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="convention">La convention.</param>
    /// <param name="compte">Le compte ; nul pour tous ceux qui sont ouverts.</param>
    /// <param name="fermeLe">Le jour de la fermeture.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>Combien de comptes ont été fermés.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId convention,
        CompteDePlateformeId? compte,
        DateOnly fermeLe,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererConventions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var comptes = await contexte
                    .ComptesDePlateforme.Where(c => c.Convention == convention)
                    .Where(c => compte == null ? c.FermeLe == null : c.Id == compte)
                    .ToListAsync(jeton);
                comptes
                    .Select(c => c.PeutFermer(fermeLe, horloge.Aujourdhui))
                    .Aggregate(Verdict.Favorable, (v, c) => v.Et(c))
                    .Exiger();
                comptes.ForEach(c => c.Fermer(fermeLe, horloge.Aujourdhui));
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                var cible = await contexte.ConventionAsync(acteur, convention, jeton);
                await contexte.AccorderLaFinAsync(cible, horloge.Aujourdhui, jeton);
                return comptes.Count;
            },
            annulation
        );
    }
}

/// <summary>Un compte de plateforme dans la liste.</summary>
public sealed record LigneDeCompteDePlateforme(
    CompteDePlateformeId Id,
    string Titulaire,
    string Courriel,
    DateOnly OuvertLe,
    DateOnly? FermeLe
);

/// <summary>Les comptes de plateforme d'une convention, ouverts d'abord, page par page.</summary>
public sealed class LireComptesDePlateforme(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeCompteDePlateforme>> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId convention,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var comptes = contexte.ComptesDePlateforme.AsNoTracking().Where(c => c.Convention == convention);
        if (!string.IsNullOrWhiteSpace(demande.Recherche))
        {
            var cherche = demande.Recherche.Trim();
            comptes = comptes.Where(c => c.Titulaire.Contains(cherche) || c.Courriel.Contains(cherche));
        }

        var total = await comptes.CountAsync(annulation);
        var page = await comptes
            .OrderBy(c => c.FermeLe == null ? 0 : 1)
            .ThenBy(c => c.Titulaire)
            .ThenBy(c => c.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(c => new LigneDeCompteDePlateforme(c.Id, c.Titulaire, c.Courriel, c.OuvertLe, c.FermeLe))
            .ToListAsync(annulation);
        return new PageDe<LigneDeCompteDePlateforme>(page, total);
    }
}

using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Un modèle que l'on peut choisir.</summary>
public sealed record ModeleAuChoix(ModeleId Id, string Nom, bool EstParDefaut);

/// <summary>Lit les modèles d'une nature.</summary>
public sealed class LireModeles(IDbContextFactory<MarchesDbContext> donnees)
{
    /// <summary>Ceux que l'on peut choisir pour un document de ce groupement, celui par défaut en tête.</summary>
    public async Task<IReadOnlyList<ModeleAuChoix>> AuChoixAsync(
        Acteur acteur,
        string nature,
        GroupementId? groupement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var parDefaut = await ChoisirModele.ParDefautAsync(contexte, nature, groupement, annulation);
        var modeles = await contexte
            .Modeles.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(m => m.Nature == nature && m.ArchiveLe == null && (m.Groupement == null || m.Groupement == groupement))
            .OrderBy(m => m.CleDeTri)
            .Select(m => new { m.Id, m.Nom })
            .ToListAsync(annulation);
        return [.. modeles.Select(m => new ModeleAuChoix(m.Id, m.Nom, m.Id == parDefaut)).OrderByDescending(m => m.EstParDefaut)];
    }
}

using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Notifications;

public sealed record AvisLu(Guid Id, string Texte, string? Lien, DateTimeOffset Le, bool EstLu);

/// <summary>Lit les avis d'un utilisateur, et les marque lus.</summary>
public sealed class LireNotifications(IDbContextFactory<MarchesDbContext> donnees, TimeProvider horloge)
{
    public async Task<int> NonLuesAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.Notifications.CountAsync(n => n.Destinataire == acteur.Id && n.LueLe == null, annulation);
    }

    public async Task<PageDe<AvisLu>> ExecuterAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var miennes = contexte.Notifications.Where(n => n.Destinataire == acteur.Id);
        var lignes = await miennes
            .OrderByDescending(n => n.CreeeLe)
            .ThenByDescending(n => n.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(n => new AvisLu(n.Id, n.Texte, n.Lien, n.CreeeLe, n.LueLe != null))
            .ToListAsync(annulation);
        return new PageDe<AvisLu>(lignes, await miennes.CountAsync(annulation));
    }

    /// <param name="acteur">Celui qui lit ; seuls ses avis sont touchés.</param>
    /// <param name="id">Un avis, ou null pour tous.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task MarquerLuesAsync(Acteur acteur, Guid? id = null, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte
            .Notifications.Where(n => n.Destinataire == acteur.Id && n.LueLe == null && (id == null || n.Id == id))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.LueLe, maintenant), annulation);
    }
}

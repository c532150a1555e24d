using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Lit l'histoire d'une session et de ses inscriptions : qui s'est inscrit, a changé ou annulé, et quand.</summary>
public sealed class LireHistoriqueDeSession(IDbContextFactory<MarchesDbContext> donnees, LireHistorique lire)
{
    /// <returns>Le titre de la session, ou null si elle n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<string?> TitreAsync(Acteur acteur, SessionDePresentationId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .SessionsDePresentation.DuPerimetre(acteur)
            .Where(s => s.Id == id)
            .Select(s => s.Titre)
            .SingleOrDefaultAsync(annulation);
    }

    public async Task<PageDe<LigneDHistorique>> ExecuterAsync(
        Acteur acteur,
        SessionDePresentationId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permises = contexte.SessionsDePresentation.DuPerimetre(acteur).Where(s => s.Id == id).Select(s => s.Id);
        var inscriptions = await contexte
            .Inscriptions.Where(i => permises.Contains(i.Session))
            .Select(i => i.Id)
            .ToListAsync(annulation);
        if (!await permises.AnyAsync(annulation))
        {
            throw new DroitManquantException(Droits.ConsulterCdg);
        }

        var page = await lire.ExecuterAsync(
            acteur,
            [nameof(SessionDePresentation), nameof(Inscription)],
            [id.Valeur, .. inscriptions.Select(i => i.Valeur)],
            demande,
            annulation
        );
        var noms = await contexte.NomsAsync(
            [
                .. page
                    .Elements.Where(l => l.Collectivite is not null)
                    .Select(l => new CollectiviteId(l.Collectivite!.Value))
                    .Distinct(),
            ],
            annulation
        );
        return page with
        {
            Elements =
            [
                .. page.Elements.Select(l =>
                    l.Collectivite is { } membre
                        ? l with
                        {
                            Libelle = $"{l.Libelle.TrimEnd('.')} ({noms[new CollectiviteId(membre)]}).",
                        }
                        : l
                ),
            ],
        };
    }
}

using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Invite les membres en vigueur du groupement, chacun par un lien personnel et une invitation de calendrier.</summary>
/// <remarks>Recommencer n'écrit pas deux fois à la même personne tant que ni la date ni le lieu n'ont changé.</remarks>
public sealed class InviterALaSession(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    MessagesDeSession messages
)
{
    public const string Usage = "session.inscrire";

    /// <returns>Combien d'invitations ont été mises en file.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        SessionDePresentationId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var session = await contexte.SessionAsync(acteur, id, jeton);
                contexte.ExigerVersion(session, versionLue);
                session.PeutInviter(horloge.Aujourdhui).Exiger();
                var membres = await contexte
                    .Adhesions.Where(a => a.Groupement == session.Groupement)
                    .EnVigueur(horloge.Aujourdhui)
                    .Select(a => a.Collectivite)
                    .ToListAsync(jeton);
                var invites = (await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, jeton)).Personnes;
                var deposes = await messages.DeposerAsync(
                    contexte,
                    acteur,
                    session,
                    [.. invites.Select(i => new PersonneDeSession(i.Collectivite, i.Nom, i.Adresse))],
                    CourrielsDeSession.Invitation,
                    motif: null,
                    jeton
                );
                session.Inviter(deposes, horloge.Maintenant, horloge.Aujourdhui);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return deposes;
            },
            annulation
        );
    }
}

using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Invite les membres en vigueur du groupement, chacun par un lien personnel et une invitation de calendrier.</summary>
/// <remarks>Recommencer n'écrit pas deux fois à la même personne tant que ni la date ni le lieu n'ont changé.</remarks>
public sealed class InviterALaSession(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens,
    AdressesPubliques adresses
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
                var invites = await InvitesAsync(contexte, session, jeton);
                var courriels = invites.Select(i => Courriel(contexte, acteur, session, i)).ToList();
                var deposes = await FileDeCourriels.DeposerUneFoisAsync(contexte, courriels, horloge.Maintenant, jeton);
                session.Inviter(deposes.Count, horloge.Maintenant, horloge.Aujourdhui);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return deposes.Count;
            },
            annulation
        );
    }

    private Courriel Courriel(MarchesDbContext contexte, Acteur acteur, SessionDePresentation session, Invite invite)
    {
        var emis = liens.Emettre(
            contexte,
            acteur,
            new DemandeDeLien(
                Usage,
                nameof(SessionDePresentation),
                session.Id.Valeur,
                invite.Nom,
                FinDuJour(session.Date),
                invite.Collectivite.Valeur,
                EstAUsageUnique: false
            )
        );
        var adresse = adresses.De($"/sessions/inscription/{emis.Jeton}");
        var quand = $"{Formats.DateAvecJour(session.Date)} de {Formats.Heure(session.Debut)} à {Formats.Heure(session.Fin)}";
        return new Courriel(
            invite.Adresse,
            invite.Nom,
            $"{session.Titre}, le {Formats.DateCourte(session.Date)}",
            $"Bonjour {invite.Nom},\n\nVous êtes invités à une session de présentation, {quand}, {session.Lieu}.\n\n"
                + $"Prestataires :\n{session.Prestataires}\n\nPour vous inscrire, sans compte :\n{adresse}\n\n"
                + "Rien n'est enregistré tant que vous ne confirmez pas.\n",
            nameof(SessionDePresentation),
            session.Id.Valeur
        )
        {
            Ics = Ics(session, invite),
            Modele = Usage,
            Collectivite = invite.Collectivite.Valeur,
            CleDIdempotence = $"session/{session.Id.Valeur:N}/{session.Sequence}/{invite.Collectivite.Valeur:N}/{invite.Adresse}",
        };
    }

    private string Ics(SessionDePresentation session, Invite invite) =>
        new InvitationIcs(
            $"session-{session.Id.Valeur}@cdgmarches",
            session.Sequence,
            session.Titre,
            session.Date.ToDateTime(session.Debut),
            session.Date.ToDateTime(session.Fin),
            horloge.Fuseau,
            new PersonneInvitee("Centre de gestion", "ne-pas-repondre@cdgmarches.invalid"),
            new PersonneInvitee(invite.Nom, invite.Adresse)
        )
        {
            Lieu = session.Lieu,
            Description = session.Prestataires,
        }.Ecrire(horloge.Maintenant);

    private DateTimeOffset FinDuJour(DateOnly jour)
    {
        var minuit = jour.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(minuit, horloge.Fuseau.GetUtcOffset(minuit)).ToUniversalTime();
    }

    /// <summary>Les utilisateurs de chaque membre ; à défaut de compte, l'adresse de la collectivité.</summary>
    private async Task<List<Invite>> InvitesAsync(
        MarchesDbContext contexte,
        SessionDePresentation session,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        var membres = contexte
            .Adhesions.Where(a => a.Groupement == session.Groupement)
            .EnVigueur(jour)
            .Select(a => a.Collectivite);
        var personnes = await (
            from lien in contexte.Rattachements
            join compte in contexte.Users on lien.Utilisateur equals compte.Id
            where membres.Contains(lien.Collectivite) && lien.Debut <= jour && (lien.Fin == null || lien.Fin >= jour)
            where compte.EstActif && compte.Email != null
            select new Invite(lien.Collectivite, compte.Nom, compte.Email!)
        ).ToListAsync(annulation);
        var joints = personnes.Select(p => p.Collectivite).ToHashSet();
        var fiches = await contexte
            .Collectivites.Where(c => membres.Contains(c.Id) && c.Courriel != null)
            .Select(c => new Invite(c.Id, c.Nom, c.Courriel!))
            .ToListAsync(annulation);
        return [.. personnes.Concat(fiches.Where(f => !joints.Contains(f.Collectivite))).Distinct()];
    }

    private sealed record Invite(CollectiviteId Collectivite, string Nom, string Adresse);
}

using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
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
    LiensPersonnels liens,
    AdressesPubliques adresses,
    LireParametres parametres
)
{
    public const string Usage = "session.inscrire";

    /// <summary>Une invitation de calendrier a toujours un organisateur : celui-ci tant que le CDG n'a pas réglé son adresse.</summary>
    private const string SansAdresse = "ne-pas-repondre@cdgmarches.invalid";

    /// <returns>Combien d'invitations ont été mises en file.</returns>
    public async Task<int> ExecuterAsync(
        Acteur acteur,
        SessionDePresentationId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        var courriel = await parametres.ReglageAsync(ClesDeReglage.CourrielDuCdg, annulation);
        var organisateur = new PersonneInvitee(
            await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation),
            courriel.Length > 0 ? courriel : SansAdresse
        );
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
                var courriels = invites.Select(i => Courriel(contexte, acteur, session, organisateur, i)).ToList();
                var deposes = await FileDeCourriels.DeposerUneFoisAsync(contexte, courriels, horloge.Maintenant, jeton);
                session.Inviter(deposes.Count, horloge.Maintenant, horloge.Aujourdhui);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return deposes.Count;
            },
            annulation
        );
    }

    private Courriel Courriel(
        MarchesDbContext contexte,
        Acteur acteur,
        SessionDePresentation session,
        PersonneInvitee organisateur,
        PersonneDuMembre invite
    )
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
            Ics = Ics(session, organisateur, invite),
            Lien = emis.Lien.Id,
            Modele = Usage,
            Collectivite = invite.Collectivite.Valeur,
            CleDIdempotence = $"session/{session.Id.Valeur:N}/{session.Sequence}/{invite.Collectivite.Valeur:N}/{invite.Adresse}",
        };
    }

    private string Ics(SessionDePresentation session, PersonneInvitee organisateur, PersonneDuMembre invite) =>
        new InvitationIcs(
            $"session-{session.Id.Valeur}@cdgmarches",
            session.Sequence,
            session.Titre,
            session.Date.ToDateTime(session.Debut),
            session.Date.ToDateTime(session.Fin),
            horloge.Fuseau,
            organisateur,
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
}

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
    ComposerCourriel composer,
    LireParametres parametres
)
{
    public const string Usage = "session.inscrire";

    public static DefinitionDeModele Definition { get; } =
        new(
            "session.inscrire",
            "Session de présentation : invitation",
            [
                new("titre", "Le titre de la session", "Présentation des offres"),
                new("jour", "La date, en chiffres", "16/03/2026"),
                new("quand", "Le jour et les heures", "lundi 16 mars 2026 de 9 h 00 à 11 h 00") { EstIndispensable = true },
                new("lieu", "Le lieu", "Salle Vauban") { EstIndispensable = true },
                new("prestataires", "Qui présente", "Alpha SAS"),
                new("lien", "Le lien personnel d'inscription", "https://marches.exemple.fr/sessions/inscription/…")
                {
                    EstIndispensable = true,
                },
            ],
            "{{titre}}, le {{jour}}",
            """
            Vous êtes invités à une session de présentation, {{quand}}, {{lieu}}.

            Prestataires :
            {{prestataires}}

            Pour vous inscrire, sans compte :
            {{lien}}

            Rien n'est enregistré tant que vous ne confirmez pas.
            """
        );

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
        var modele = await composer.LireAsync(Definition.Cle, annulation);
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
                var courriels = invites.Select(i => Courriel(contexte, acteur, session, organisateur, i, modele)).ToList();
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
        PersonneDuMembre invite,
        ModeleEnVigueur modele
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
        return modele.Pour(
            invite.Adresse,
            invite.Nom,
            new Dictionary<string, string>
            {
                ["titre"] = session.Titre,
                ["jour"] = Formats.DateCourte(session.Date),
                ["quand"] =
                    $"{Formats.DateAvecJour(session.Date)} de {Formats.Heure(session.Debut)} à {Formats.Heure(session.Fin)}",
                ["lieu"] = session.Lieu,
                ["prestataires"] = session.Prestataires,
                ["lien"] = adresses.De($"/sessions/inscription/{emis.Jeton}"),
            }
        ) with
        {
            ObjetType = nameof(SessionDePresentation),
            ObjetId = session.Id.Valeur,
            Ics = Ics(session, organisateur, invite),
            Lien = emis.Lien.Id,
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

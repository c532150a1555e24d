using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Groupements;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Une personne à qui écrire d'une session, pour sa collectivité.</summary>
public sealed record PersonneDeSession(CollectiviteId Collectivite, string Nom, string Adresse);

/// <summary>Ceux qui ont la session à l'agenda ou s'y sont inscrits, et les inscrits que l'on ne peut joindre par courriel.</summary>
public sealed record PersonnesDeSession(IReadOnlyList<PersonneDeSession> Joignables, IReadOnlyList<string> SansCourriel);

/// <summary>Écrit à chaque personne ce qu'une session devient, avec son entrée d'agenda et, s'il y a lieu, son lien d'inscription.</summary>
public sealed class MessagesDeSession(
    HorlogeLegale horloge,
    LiensPersonnels liens,
    AdressesPubliques adresses,
    ComposerCourriel composer,
    LireParametres parametres
)
{
    /// <summary>Combien de jours le lien montre encore la session après elle, pour dire qu'elle est passée et qui y était.</summary>
    private const int JoursDeLecture = 30;

    /// <summary>Dépose un courriel à chacun, dans la transaction de ce qui le cause ; jamais deux fois le même.</summary>
    /// <returns>Combien sont mis en file.</returns>
    public async Task<int> DeposerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        SessionDePresentation session,
        IReadOnlyList<PersonneDeSession> personnes,
        DefinitionDeModele definition,
        string? motif,
        CancellationToken annulation
    )
    {
        var modele = await composer.LireAsync(definition.Cle, annulation);
        var organisateur = await contexte.OrganisateurAsync(
            acteur,
            await parametres.ReglageAsync(ClesDeReglage.NomDuCdg, annulation),
            annulation
        );
        var noms = await contexte.NomsAsync([.. personnes.Select(p => p.Collectivite).Distinct()], annulation);
        var communs = await CommunsAsync(contexte, session, motif, annulation);
        var courriels = personnes
            .Select(p =>
                Courriel(contexte, acteur, session, organisateur, p, modele, new(communs) { ["membre"] = noms[p.Collectivite] })
            )
            .ToList();
        return (await FileDeCourriels.DeposerUneFoisAsync(contexte, courriels, horloge.Maintenant, annulation)).Count;
    }

    /// <summary>Ceux que l'on avait invités, et les inscrits : un changement les concerne tous.</summary>
    internal static async Task<PersonnesDeSession> ConcerneesAsync(
        MarchesDbContext contexte,
        SessionDePresentationId session,
        CancellationToken annulation
    )
    {
        var id = session.Valeur;
        var invites = await contexte
            .EnvoisDeCourriel.AsNoTracking()
            .Where(e => e.ObjetType == nameof(SessionDePresentation) && e.ObjetId == id && e.Ics != null)
            .Where(e => e.Collectivite != null && e.Etat != EtatDEnvoi.Echoue)
            .Select(e => new
            {
                e.Collectivite,
                e.NomDestinataire,
                e.Destinataire,
            })
            .ToListAsync(annulation);
        var inscrits = await contexte
            .Inscriptions.AsNoTracking()
            .Where(i => i.Session == session && i.AnnuleeLe == null)
            .Select(i => new
            {
                i.Collectivite,
                i.Personne,
                i.Courriel,
            })
            .ToListAsync(annulation);
        var sansCourriel = inscrits.FindAll(i => i.Courriel is null);
        var noms = await contexte.NomsAsync([.. sansCourriel.Select(i => i.Collectivite).Distinct()], annulation);
        return new PersonnesDeSession(
            [
                .. invites
                    .Select(i => new PersonneDeSession(new(i.Collectivite!.Value), i.NomDestinataire, i.Destinataire))
                    .Concat(
                        inscrits
                            .Where(i => i.Courriel is not null)
                            .Select(i => new PersonneDeSession(i.Collectivite, i.Personne, i.Courriel!))
                    )
                    .DistinctBy(p => (p.Collectivite, p.Adresse.ToUpperInvariant())),
            ],
            [.. sansCourriel.Select(i => $"{i.Personne} ({noms[i.Collectivite]})")]
        );
    }

    /// <summary>Ce que le courriel dit de la session, le même pour tous.</summary>
    private static async Task<Dictionary<string, string>> CommunsAsync(
        MarchesDbContext contexte,
        SessionDePresentation session,
        string? motif,
        CancellationToken annulation
    )
    {
        var groupement = await contexte.AppellationAsync(session.Groupement, annulation);
        return new()
        {
            ["groupement"] = groupement,
            ["titre"] = session.Titre,
            ["jour"] = Formats.DateCourte(session.Date),
            ["quand"] = $"{Formats.DateAvecJour(session.Date)} de {Formats.Heure(session.Debut)} à {Formats.Heure(session.Fin)}",
            ["lieu"] = session.Lieu,
            ["prestataires"] = session.Prestataires,
            ["motif"] = motif?.Trim() ?? "",
        };
    }

    private Courriel Courriel(
        MarchesDbContext contexte,
        Acteur acteur,
        SessionDePresentation session,
        PersonneInvitee organisateur,
        PersonneDeSession personne,
        ModeleEnVigueur modele,
        Dictionary<string, string> champs
    )
    {
        var lien = session.EstAnnulee ? null : Emettre(contexte, acteur, session, personne);
        champs["lien"] = lien is null ? "" : adresses.De($"/sessions/inscription/{lien.Jeton}");
        return (
            modele.Pour(personne.Adresse, personne.Nom, champs) with
            {
                ObjetType = nameof(SessionDePresentation),
                ObjetId = session.Id.Valeur,
                Lien = lien?.Lien.Id,
                Collectivite = personne.Collectivite.Valeur,
                CleDIdempotence =
                    $"session/{session.Id.Valeur:N}/{session.Sequence}/{personne.Collectivite.Valeur:N}/{personne.Adresse}",
            }
        ).AvecEntree(Entree(session), organisateur, horloge);
    }

    private LienEmis Emettre(
        MarchesDbContext contexte,
        Acteur acteur,
        SessionDePresentation session,
        PersonneDeSession personne
    ) =>
        liens.Emettre(
            contexte,
            acteur,
            new DemandeDeLien(
                InviterALaSession.Usage,
                nameof(SessionDePresentation),
                session.Id.Valeur,
                personne.Nom,
                horloge.Minuit(session.Date.AddDays(1 + JoursDeLecture)),
                personne.Collectivite.Valeur,
                EstAUsageUnique: false
            )
        );

    private static ReunionDAgenda Entree(SessionDePresentation session) =>
        new($"session-{session.Id.Valeur}", session.Sequence, session.Titre, session.Date, session.Debut)
        {
            Fin = session.Fin,
            EstAnnulee = session.EstAnnulee,
            Lieu = session.Lieu,
            Description = session.Prestataires,
        };
}

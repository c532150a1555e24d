using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Programme une session de présentation pour un groupement.</summary>
public sealed class ProgrammerSession(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<SessionDePresentationId> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        SaisieDeSession saisie,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.GroupementAsync(acteur, groupement, annulation);
        var session = SessionDePresentation.Programmer(groupement, saisie);
        contexte.Add(session);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return session.Id;
    }
}

/// <summary>Inscrit une personne à une session, pour sa collectivité, par un agent.</summary>
public sealed class InscrireALaSession(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public Task ExecuterAsync(
        Acteur acteur,
        SessionDePresentationId id,
        CollectiviteId collectivite,
        string? personne,
        string? courriel,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            (contexte, session, jeton) => InscrireAsync(contexte, session, collectivite, personne, courriel, horloge, jeton),
            annulation
        );

    /// <summary>Ajoute aux présents une personne venue sans s'être inscrite : sa collectivité compte à la refacturation.</summary>
    public Task AjouterUnPresentAsync(
        Acteur acteur,
        SessionDePresentationId id,
        CollectiviteId collectivite,
        string? personne,
        string? courriel,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            async (contexte, session, jeton) =>
            {
                await contexte.InscritsSousVerrouAsync(id, jeton);
                contexte.Add(
                    Inscription.VenueSansInscription(
                        session,
                        collectivite,
                        personne,
                        courriel,
                        horloge.Aujourdhui,
                        horloge.Maintenant,
                        await contexte.DejaInscriteAsync(id, collectivite, personne, courriel, annulation: jeton)
                    )
                );
            },
            annulation
        );

    /// <summary>Ajoute l'inscription sous le verrou de la session ; l'appelant enregistre.</summary>
    internal static async Task InscrireAsync(
        MarchesDbContext contexte,
        SessionDePresentation session,
        CollectiviteId collectivite,
        string? personne,
        string? courriel,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var inscrits = await contexte.InscritsSousVerrouAsync(session.Id, annulation);
        contexte.Add(
            Inscription.Inscrire(
                session,
                collectivite,
                personne,
                courriel,
                inscrits,
                horloge.Aujourdhui,
                horloge.Maintenant,
                await contexte.DejaInscriteAsync(session.Id, collectivite, personne, courriel, annulation: annulation)
            )
        );
    }

    private async Task AgirAsync(
        Acteur acteur,
        SessionDePresentationId id,
        Func<MarchesDbContext, SessionDePresentation, CancellationToken, Task> geste,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await geste(contexte, await contexte.SessionAsync(acteur, id, jeton), jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

/// <summary>Relève la présence d'une personne, ou annule son inscription.</summary>
public sealed class ReleverPresence(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">L'inscription.</param>
    /// <param name="versionLue">La version qu'il avait sous les yeux.</param>
    /// <param name="presente">Présente, absente ; nul pour annuler l'inscription.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        InscriptionId id,
        int versionLue,
        bool? presente,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var inscription =
            await contexte.Inscriptions.SingleOrDefaultAsync(i => i.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.GererGroupements);
        var session = await contexte.SessionAsync(acteur, inscription.Session, annulation);
        contexte.ExigerVersion(inscription, versionLue);
        if (presente is { } la)
        {
            inscription.Relever(la, session, horloge.Aujourdhui);
        }
        else
        {
            inscription.Annuler(horloge.Maintenant);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

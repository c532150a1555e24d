using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Change une session, ou l'annule ; ceux que l'on avait invités et les inscrits en sont avertis dans le même geste.</summary>
public sealed class ModifierSession(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    MessagesDeSession messages
)
{
    /// <returns>La phrase qui dit ce qui est fait et qui reste à prévenir.</returns>
    public Task<string> ExecuterAsync(
        Acteur acteur,
        SessionDePresentationId id,
        int versionLue,
        SaisieDeSession saisie,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, session, presents, jeton) =>
            {
                var inscrits = await contexte.InscritsSousVerrouAsync(id, jeton);
                var bouge = session.Modifier(saisie, inscrits, presents, horloge.Aujourdhui);
                if (!bouge || !session.PeutInviter(horloge.Aujourdhui).EstFavorable)
                {
                    return "La session est enregistrée.";
                }

                return await AvertirAsync(
                    contexte,
                    acteur,
                    session,
                    CourrielsDeSession.Modification,
                    motif: null,
                    "La session est enregistrée.",
                    jeton
                );
            },
            annulation
        );

    /// <inheritdoc cref="ExecuterAsync"/>
    public Task<string> AnnulerAsync(
        Acteur acteur,
        SessionDePresentationId id,
        int versionLue,
        string? motif,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, session, presents, jeton) =>
            {
                session.Annuler(motif, presents, horloge.Aujourdhui);
                return await AvertirAsync(
                    contexte,
                    acteur,
                    session,
                    CourrielsDeSession.Annulation,
                    motif,
                    "La session est annulée.",
                    jeton
                );
            },
            annulation
        );

    /// <summary>Écrit à ceux que cela concerne, dans la transaction du geste.</summary>
    /// <returns>La phrase du geste, avec ceux qui sont avertis et ceux qui restent à prévenir.</returns>
    private async Task<string> AvertirAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        SessionDePresentation session,
        DefinitionDeModele definition,
        string? motif,
        string fait,
        CancellationToken annulation
    )
    {
        var concernees = await MessagesDeSession.ConcerneesAsync(contexte, session.Id, annulation);
        var avertis = await messages.DeposerAsync(
            contexte,
            acteur,
            session,
            concernees.Joignables,
            definition,
            motif,
            annulation
        );
        return EntreesDAgenda.DireQuiReste(
            avertis == 0
                ? fait
                : $"{fait} {Formats.Compter(avertis, "personne en est avertie et son agenda suit", "personnes en sont averties et leur agenda suit")}.",
            concernees.SansCourriel
        );
    }

    private async Task<string> AgirAsync(
        Acteur acteur,
        SessionDePresentationId id,
        int versionLue,
        Func<MarchesDbContext, SessionDePresentation, int, CancellationToken, Task<string>> geste,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var session = await contexte.SessionAsync(acteur, id, jeton);
                contexte.ExigerVersion(session, versionLue);
                var presents = await contexte.Inscriptions.CountAsync(i => i.Session == id && i.EstPresente == true, jeton);
                var phrase = await geste(contexte, session, presents, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return phrase;
            },
            annulation
        );
    }
}

using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>Ce que montre le lien d'une invitation.</summary>
public sealed record InvitationLue(
    string Titre,
    DateOnly Date,
    TimeOnly Debut,
    TimeOnly Fin,
    string Lieu,
    string Prestataires,
    string Membre,
    string Destinataire,
    IReadOnlyList<string> DejaInscrits,
    Verdict PeutInscrire
);

/// <summary>L'inscription sans compte, par le lien de l'invitation : l'ouvrir montre, l'envoyer enregistre.</summary>
public sealed class SInscrireParLien(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, LiensPersonnels liens)
{
    /// <exception cref="RefusException">Le lien n'est pas valable.</exception>
    public async Task<InvitationLue> LireAsync(string jeton, CancellationToken annulation = default)
    {
        var lien = await liens.LireAsync(jeton, InviterALaSession.Usage, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (id, membre) = (new SessionDePresentationId(lien.CibleId), new CollectiviteId(lien.Collectivite!.Value));
        var session = await contexte.SessionsDePresentation.AsNoTracking().SingleAsync(s => s.Id == id, annulation);
        var inscrits = await contexte
            .Inscriptions.Where(i => i.Session == id && i.AnnuleeLe == null && i.Collectivite == membre)
            .OrderBy(i => i.InscriteLe)
            .Select(i => i.Personne)
            .ToListAsync(annulation);
        var total = await contexte.Inscriptions.CountAsync(i => i.Session == id && i.AnnuleeLe == null, annulation);
        return new InvitationLue(
            session.Titre,
            session.Date,
            session.Debut,
            session.Fin,
            session.Lieu,
            session.Prestataires,
            await contexte.Collectivites.Where(c => c.Id == membre).Select(c => c.Nom).SingleAsync(annulation),
            lien.Destinataire,
            inscrits,
            session.PeutInscrire(total, horloge.Aujourdhui)
        );
    }

    /// <exception cref="RefusException">Le lien n'est pas valable : rien n'est enregistré.</exception>
    /// <exception cref="RegleMetierException">La session est passée, annulée ou complète.</exception>
    public async Task ExecuterAsync(
        string jeton,
        string? personne,
        string? courriel,
        string? adresse,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async suite =>
            {
                var lien = await liens.ConsommerAsync(contexte, jeton, InviterALaSession.Usage, adresse, annulation: suite);
                var id = new SessionDePresentationId(lien.CibleId);
                var session = await contexte.SessionsDePresentation.SingleAsync(s => s.Id == id, suite);
                await InscrireALaSession.InscrireAsync(
                    contexte,
                    session,
                    new CollectiviteId(lien.Collectivite!.Value),
                    personne,
                    string.IsNullOrWhiteSpace(courriel) ? await AdresseAsync(contexte, lien, personne, suite) : courriel,
                    horloge,
                    suite
                );
                await contexte.EnregistrerAsync(LiensPersonnels.Porteur(lien, adresse), horloge.Maintenant, suite);
            },
            annulation
        );
    }

    /// <summary>L'adresse où le lien a été envoyé, quand c'est la personne invitée qui vient ; nulle pour une autre.</summary>
    private static async Task<string?> AdresseAsync(
        MarchesDbContext contexte,
        LienPersonnel lien,
        string? personne,
        CancellationToken annulation
    ) =>
        CleDeTri.De(personne) == CleDeTri.De(lien.Destinataire)
            ? await contexte
                .EnvoisDeCourriel.Where(e => e.Lien == lien.Id)
                .Select(e => e.Destinataire)
                .FirstOrDefaultAsync(annulation)
            : null;
}

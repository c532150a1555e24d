using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>À quel titre on répond pour une collectivité : par le lien de l'invitation, ou depuis son espace.</summary>
public abstract record TitreDInscription
{
    private TitreDInscription() { }

    /// <param name="Jeton">Le secret reçu par courriel.</param>
    /// <param name="Adresse">L'adresse réseau de la personne.</param>
    public sealed record ParLien(string Jeton, string? Adresse) : TitreDInscription;

    public sealed record ParCompte(Acteur Acteur, SessionDePresentationId Session, CollectiviteId Collectivite)
        : TitreDInscription;
}

/// <summary>Inscrit une personne à une session pour sa collectivité, change ou annule son inscription, jusqu'au début de la session.</summary>
/// <remarks>RG6.25. Le lien de l'invitation et l'espace du membre passent tous deux par ici.</remarks>
public sealed class SInscrire(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, LiensPersonnels liens)
{
    /// <exception cref="RefusException">Le lien n'est pas valable : rien n'est enregistré.</exception>
    /// <exception cref="RegleMetierException">La session a commencé, est annulée ou complète.</exception>
    public Task ExecuterAsync(
        TitreDInscription titre,
        string? personne,
        string? courriel,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            titre,
            async (contexte, repondant, jeton) =>
                await InscrireALaSession.InscrireAsync(
                    contexte,
                    repondant.Session,
                    repondant.Collectivite,
                    personne,
                    await CourrielAsync(contexte, repondant, personne, courriel, jeton),
                    horloge,
                    jeton
                ),
            annulation
        );

    /// <summary>Met une autre personne à la place d'une inscrite, ou corrige son nom ou son adresse.</summary>
    public Task CorrigerAsync(
        TitreDInscription titre,
        InscriptionId id,
        int versionLue,
        string? personne,
        string? courriel,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            titre,
            async (contexte, repondant, jeton) =>
            {
                await contexte.InscritsSousVerrouAsync(repondant.Session.Id, jeton);
                var inscription = await SienneAsync(contexte, repondant, id, versionLue, jeton);
                var adresse = await CourrielAsync(contexte, repondant, personne, courriel, jeton);
                inscription.Corriger(
                    personne,
                    adresse,
                    await contexte.DejaInscriteAsync(
                        repondant.Session.Id,
                        repondant.Collectivite,
                        personne,
                        adresse,
                        saufCelleCi: id,
                        jeton
                    )
                );
            },
            annulation
        );

    /// <summary>Annule une inscription : la place se libère, l'histoire garde qui et quand.</summary>
    public Task AnnulerAsync(TitreDInscription titre, InscriptionId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            titre,
            async (contexte, repondant, jeton) =>
                (await SienneAsync(contexte, repondant, id, versionLue, jeton)).Annuler(horloge.Maintenant),
            annulation
        );

    private async Task AgirAsync(
        TitreDInscription titre,
        Func<MarchesDbContext, Repondant, CancellationToken, Task> geste,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var repondant = titre switch
                {
                    TitreDInscription.ParLien lien => await ParLienAsync(contexte, lien, jeton),
                    TitreDInscription.ParCompte compte => await ParCompteAsync(contexte, compte, jeton),
                    _ => throw new NotSupportedException(titre.GetType().Name),
                };
                repondant.Session.PeutChangerSesInscriptions(horloge.Local(horloge.Maintenant)).Exiger();
                await geste(contexte, repondant, jeton);
                await contexte.EnregistrerAsync(repondant.Acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    private async Task<Repondant> ParLienAsync(
        MarchesDbContext contexte,
        TitreDInscription.ParLien titre,
        CancellationToken annulation
    )
    {
        var lien = await liens.ConsommerAsync(
            contexte,
            titre.Jeton,
            InviterALaSession.Usage,
            titre.Adresse,
            annulation: annulation
        );
        var id = new SessionDePresentationId(lien.CibleId);
        return new Repondant(
            LiensPersonnels.Porteur(lien, titre.Adresse),
            await contexte.SessionsDePresentation.AsNoTracking().SingleAsync(s => s.Id == id, annulation),
            new CollectiviteId(lien.Collectivite!.Value),
            lien.Destinataire,
            contexte.EnvoisDeCourriel.Where(e => e.Lien == lien.Id).Select(e => e.Destinataire)
        );
    }

    private static async Task<Repondant> ParCompteAsync(
        MarchesDbContext contexte,
        TitreDInscription.ParCompte titre,
        CancellationToken annulation
    )
    {
        var acteur = titre.Acteur;
        acteur.Exiger(Droits.Espace, titre.Collectivite);
        return new Repondant(
            acteur,
            await contexte
                .InvitesAuxSessions([titre.Collectivite])
                .Where(i => i.Session.Id == titre.Session)
                .Select(i => i.Session)
                .SingleOrDefaultAsync(annulation)
                ?? throw new DroitManquantException(Droits.Espace),
            titre.Collectivite,
            acteur.Nom,
            contexte.Users.Where(u => u.Id == acteur.Id && u.Email != null).Select(u => u.Email!)
        );
    }

    /// <exception cref="RefusException">L'inscription n'est pas de cette session et de cette collectivité.</exception>
    private static async Task<Inscription> SienneAsync(
        MarchesDbContext contexte,
        Repondant repondant,
        InscriptionId id,
        int versionLue,
        CancellationToken annulation
    )
    {
        var inscription =
            await contexte.Inscriptions.SingleOrDefaultAsync(
                i => i.Id == id && i.Session == repondant.Session.Id && i.Collectivite == repondant.Collectivite,
                annulation
            )
            ?? throw new RefusException(
                "Cette inscription n'est pas de votre collectivité : rien n'a été changé. Revenez à la liste de vos inscrits."
            );
        contexte.ExigerVersion(inscription, versionLue);
        return inscription;
    }

    /// <summary>L'adresse donnée ; à défaut celle de la personne qui répond, si c'est elle qui vient, et aucune pour une autre.</summary>
    private static async Task<string?> CourrielAsync(
        MarchesDbContext contexte,
        Repondant repondant,
        string? personne,
        string? courriel,
        CancellationToken annulation
    ) =>
        !string.IsNullOrWhiteSpace(courriel) ? courriel
        : CleDeTri.De(personne) == CleDeTri.De(repondant.Nom) ? await repondant.SonAdresse.FirstOrDefaultAsync(annulation)
        : null;

    /// <summary>Qui répond, de quelle session et pour quelle collectivité.</summary>
    private sealed record Repondant(
        Acteur Acteur,
        SessionDePresentation Session,
        CollectiviteId Collectivite,
        string Nom,
        IQueryable<string> SonAdresse
    );
}

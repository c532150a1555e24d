using CdgMarches.App.Compte;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Administration;

/// <summary>Une demande de compte, pour qui en décide.</summary>
public sealed record LigneDeDemande(
    DemandeDeCompteId Id,
    string Nom,
    string Courriel,
    string? Telephone,
    CollectiviteId Collectivite,
    string NomDeLaCollectivite,
    RoleDeMembre RoleDemande,
    string? Message,
    DateTimeOffset DeposeeLe,
    int Version
);

/// <summary>Lit les demandes en attente que l'acteur peut décider.</summary>
public sealed class LireDemandes(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<IReadOnlyList<LigneDeDemande>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.ExigerDeTenirDesComptes();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await (
            from demande in EnAttente(contexte, acteur)
            join collectivite in contexte.Collectivites on demande.Collectivite equals collectivite.Id
            orderby demande.DeposeeLe
            select new LigneDeDemande(
                demande.Id,
                demande.Nom,
                demande.Courriel,
                demande.Telephone,
                demande.Collectivite,
                collectivite.Nom,
                demande.RoleDemande,
                demande.Message,
                demande.DeposeeLe,
                demande.Version
            )
        )
            .Take(200)
            .ToListAsync(annulation);
    }

    public async Task<int> CompterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.ExigerDeTenirDesComptes();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await EnAttente(contexte, acteur).CountAsync(annulation);
    }

    private static IQueryable<DemandeDeCompte> EnAttente(MarchesDbContext contexte, Acteur acteur)
    {
        var tout = acteur.Peut(Droits.Administrer);
        var tenues = acteur.Perimetre.Administrees.ToList();
        return contexte
            .DemandesDeCompte.AsNoTracking()
            .Where(d => d.Etat == EtatDeDemande.EnAttente && (tout || tenues.Contains(d.Collectivite)));
    }
}

/// <summary>Accepte une demande : le compte s'ouvre et l'invitation part.</summary>
public sealed class AccepterDemande(IServiceScopeFactory portees, CreerCompte creer, HorlogeLegale horloge)
{
    /// <remarks>Une seule transaction : deux décisions simultanées n'ouvrent jamais deux comptes.</remarks>
    public async Task<Guid> ExecuterAsync(
        Acteur acteur,
        DemandeDeCompteId id,
        int versionLue,
        RoleDeMembre role,
        CancellationToken annulation = default
    )
    {
        await using var portee = portees.CreateAsyncScope();
        var contexte = portee.ServiceProvider.GetRequiredService<MarchesDbContext>();
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var demande = await contexte.DemandeTenueAsync(acteur, id, jeton);
                contexte.ExigerVersion(demande, versionLue);
                demande.PeutDecider().Exiger();
                var compte = await creer.ExecuterAsync(portee.ServiceProvider, acteur, EnCompte(demande, role), jeton);
                demande.Accepter(compte, horloge.Maintenant);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return compte;
            },
            annulation
        );
    }

    private NouveauCompte EnCompte(DemandeDeCompte demande, RoleDeMembre role) =>
        new(
            new IdentiteDeCompte(demande.Nom, demande.Courriel, demande.Telephone),
            null,
            new HashSet<RoleCdg>(),
            new HashSet<GroupementId>(),
            new NouveauRattachement(demande.Collectivite, role, EstAdministrateur: false, horloge.Aujourdhui, null)
        );
}

/// <summary>Refuse une demande ; la personne reçoit le motif.</summary>
public sealed class RefuserDemande(
    IDbContextFactory<MarchesDbContext> donnees,
    CourrielsDeCompte courriels,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        DemandeDeCompteId id,
        int versionLue,
        string? motif,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var demande = await contexte.DemandeTenueAsync(acteur, id, annulation);
        contexte.ExigerVersion(demande, versionLue);
        demande.Refuser(motif, horloge.Maintenant);
        FileDeCourriels.Deposer(
            contexte,
            await courriels.DemandeRefuseeAsync(demande.Courriel, demande.Nom, demande.MotifDuRefus!, annulation),
            horloge.Maintenant
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

internal static class DemandesTenues
{
    /// <exception cref="DroitManquantException">La demande n'existe pas, ou vise une collectivité que l'acteur ne tient pas.</exception>
    public static async Task<DemandeDeCompte> DemandeTenueAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        DemandeDeCompteId id,
        CancellationToken annulation
    )
    {
        acteur.ExigerDeTenirDesComptes();
        var demande =
            await contexte.DemandesDeCompte.SingleOrDefaultAsync(d => d.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.AdministrerSaCollectivite);
        acteur.ExigerDeTenir(demande.Collectivite);
        return demande;
    }
}

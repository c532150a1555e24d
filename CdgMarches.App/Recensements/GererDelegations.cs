using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Une délégation, telle qu'on la lit.</summary>
public sealed record DelegationLue(DelegationId Id, string Nom, string Acte, DateOnly Du, DateOnly? Au, bool EstEnVigueur);

/// <summary>Enregistre et termine les délégations de validation d'un membre : son signataire, ou un gestionnaire.</summary>
public sealed class GererDelegations(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<IReadOnlyList<DelegationLue>> LireAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lues = await contexte
            .Delegations.AsNoTracking()
            .Where(d => d.Collectivite == collectivite)
            .OrderByDescending(d => d.Du)
            .ToListAsync(annulation);
        return [.. lues.Select(d => new DelegationLue(d.Id, d.Nom, d.Acte, d.Du, d.Au, d.EstEnVigueur(horloge.Aujourdhui)))];
    }

    /// <summary>Les utilisateurs de la collectivité à qui l'on peut déléguer.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Nom)>> CandidatsAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        ExigerSignataire(acteur, collectivite);
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var comptes = await (
            from lien in contexte.Rattachements
            join compte in contexte.Users on lien.Utilisateur equals compte.Id
            where
                lien.Collectivite == collectivite
                && lien.Role == RoleDeMembre.Referent
                && lien.Debut <= jour
                && (lien.Fin == null || lien.Fin >= jour)
                && compte.EstActif
            orderby compte.Nom
            select new { compte.Id, compte.Nom }
        ).ToListAsync(annulation);
        return [.. comptes.Select(c => (c.Id, c.Nom))];
    }

    public async Task ExecuterAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        Guid utilisateur,
        string? acte,
        DateOnly du,
        DateOnly? au,
        CancellationToken annulation = default
    )
    {
        var candidats = await CandidatsAsync(acteur, collectivite, annulation);
        var nom = candidats.FirstOrDefault(c => c.Id == utilisateur).Nom;
        if (nom is null)
        {
            throw new RefusException(
                "Cette personne n'est pas référente de la collectivité : la délégation n'a pas été enregistrée. Choisissez-en une autre."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        contexte.Delegations.Add(Delegation.Enregistrer(collectivite, utilisateur, nom, acte ?? "", du, au));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    public async Task TerminerAsync(Acteur acteur, DelegationId id, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var delegation =
            await contexte.Delegations.SingleOrDefaultAsync(d => d.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.ValiderRecensement);
        ExigerSignataire(acteur, delegation.Collectivite);
        var hier = horloge.Aujourdhui.AddDays(-1);
        delegation.Terminer(hier < delegation.Du ? delegation.Du : hier);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private static void ExigerSignataire(Acteur acteur, CollectiviteId collectivite)
    {
        acteur.Exiger(Droits.ValiderRecensement, collectivite);
        if (!acteur.Perimetre.EstCdg && !acteur.Perimetre.EstSignataire(collectivite))
        {
            throw new DroitManquantException(Droits.ValiderRecensement);
        }
    }
}

using CdgMarches.App.Groupements;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Crée la commission d'un groupement, ou celle de son coordonnateur, une seule fois.</summary>
public sealed class CreerCommission(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="groupement">Le groupement.</param>
    /// <param name="regime">La commission du groupement, ou celle du coordonnateur, commune à tous ses groupements.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>La commission, nouvelle ou déjà là.</returns>
    public async Task<CommissionId> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        RegimeDeCao regime,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        if (regime is RegimeDeCao.Coordonnateur && AccesAuxGroupements.Limite(acteur) is not null)
        {
            throw new DroitManquantException(Droits.GererCommissions);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(groupement, jeton);
                var cible = await contexte.GroupementAsync(acteur, groupement, jeton);
                if (await ExistanteAsync(contexte, cible, regime, jeton) is { } existante)
                {
                    return existante;
                }

                var commission =
                    regime is RegimeDeCao.Propre
                        ? Commission.DuGroupement(
                            groupement,
                            cible.Nom,
                            cible.Coordonnateur,
                            await contexte.MembresARepresenterAsync(groupement, horloge.Aujourdhui, jeton),
                            ReglesDeCommission.De(cible.Regles)
                        )
                        : await DuCoordonnateurAsync(contexte, cible, jeton);
                contexte.Add(commission);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return commission.Id;
            },
            annulation
        );
    }

    private static async Task<CommissionId?> ExistanteAsync(
        MarchesDbContext contexte,
        Groupement cible,
        RegimeDeCao regime,
        CancellationToken annulation
    )
    {
        var (groupement, coordonnateur) = ((GroupementId?)cible.Id, cible.Coordonnateur);
        var existantes =
            regime is RegimeDeCao.Propre
                ? contexte.Commissions.Where(c => c.Groupement == groupement)
                : contexte.Commissions.Where(c => c.Regime == regime && c.Coordonnateur == coordonnateur);
        var ids = await existantes.Select(c => c.Id).ToListAsync(annulation);
        return ids.Count == 0 ? null : ids[0];
    }

    private async Task<Commission> DuCoordonnateurAsync(MarchesDbContext contexte, Groupement cible, CancellationToken annulation)
    {
        var coordonnateur = await contexte
            .Collectivites.AsNoTracking()
            .AsSplitQuery()
            .SingleAsync(c => c.Id == cible.Coordonnateur, annulation);
        var population =
            coordonnateur.Categorie is CategorieDeCollectivite.Commune
                ? coordonnateur.Populations.MaxBy(p => p.Annee)?.Totale
                : null;
        var elus =
            CodesDeCommission.Elus(await parametres.ValeursAsync(annulation), horloge.Aujourdhui, population)
            ?? throw new RefusException(
                "Le nombre de membres élus de cette commission n'est pas connu à ce jour (CGCT, art. L1411-5 II) : rien n'a été créé. Demandez à l'administrateur d'enregistrer la valeur en vigueur."
            );
        return Commission.DuCoordonnateur(
            coordonnateur.Id,
            coordonnateur.Nom,
            elus,
            ReglesDeCommission.De(cible.Regles) with
            {
                Fondement = "Règlement intérieur du coordonnateur ; CGCT, art. L1411-5",
            }
        );
    }
}

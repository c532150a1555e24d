using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Reference;

/// <summary>Donne aux groupements permanents d'avant les règles le profil de leur durée, une seule fois.</summary>
/// <remarks>
/// Les colonnes des règles sont nées avec celles du groupement dédié. Un groupement permanent qui les a encore toutes, et dont nul
/// n'a jamais fixé les règles, ne les tient de personne ; celui dont un agent les a fixées les garde.
/// </remarks>
public sealed class ChargementDesProfils : IChargementDeReference
{
    public string Nom => "profils-des-groupements";

    public int Version => 1;

    public async Task ChargerAsync(MarchesDbContext contexte, DateTimeOffset instant, CancellationToken annulation)
    {
        var permanents = await contexte
            .Groupements.Where(g => g.EstPermanent && g.Etat != EtatDuGroupement.Clos)
            .Where(g => g.Regles.Profil == ProfilDeConvention.GroupementDedie)
            .ToListAsync(annulation);
        var cles = permanents.Select(g => g.Id.Valeur).ToList();
        var regles = (
            await contexte
                .Journal.Where(l => l.ObjetType == nameof(Groupement) && l.Evenement == nameof(ReglesFixees))
                .Where(l => cles.Contains(l.ObjetId))
                .Select(l => l.ObjetId)
                .ToListAsync(annulation)
        ).ToHashSet();
        foreach (var groupement in permanents.Where(g => g.Regles.SuitSonProfil && !regles.Contains(g.Id.Valeur)))
        {
            groupement.FixerRegles(ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent));
        }

        await contexte.EnregistrerAsync(Acteur.Systeme, instant, annulation);
    }
}

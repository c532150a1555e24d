using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Un changement de la carte d'un groupement : ses prestations et leurs lots.</summary>
public abstract record ChangementDeCarte
{
    private ChangementDeCarte() { }

    public sealed record NouvellePrestation(DefinitionDePrestation Definition) : ChangementDeCarte;

    public sealed record PrestationCorrigee(PrestationId Prestation, DefinitionDePrestation Definition) : ChangementDeCarte;

    /// <summary>Cesse de la proposer, ou la propose de nouveau.</summary>
    public sealed record PrestationProposee(PrestationId Prestation, bool Proposee) : ChangementDeCarte;

    public sealed record PrestationSupprimee(PrestationId Prestation) : ChangementDeCarte;

    /// <summary>Monte (−1) ou descend (+1) d'un rang.</summary>
    public sealed record PrestationDeplacee(PrestationId Prestation, int De) : ChangementDeCarte;

    public sealed record NouveauLot(DefinitionDeLot Definition) : ChangementDeCarte;

    public sealed record LotCorrige(DefinitionDeLot Definition) : ChangementDeCarte;

    public sealed record LotPropose(int Numero, bool Propose) : ChangementDeCarte;

    public sealed record LotSupprime(int Numero) : ChangementDeCarte;
}

/// <summary>Change la carte d'un groupement. Ce qui a servi se retire et ne se supprime pas (RG1.22).</summary>
public sealed class ModifierCarte(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    IEnumerable<IUsageDeLaCarte> usages
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        ChangementDeCarte changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte.GroupementAsync(acteur, id, annulation);
        contexte.ExigerVersion(groupement, versionLue);

        switch (changement)
        {
            case ChangementDeCarte.NouvellePrestation c:
                groupement.AjouterPrestation(c.Definition);
                break;
            case ChangementDeCarte.PrestationCorrigee c:
                groupement.ModifierPrestation(c.Prestation, c.Definition);
                break;
            case ChangementDeCarte.PrestationProposee c:
                groupement.RetirerPrestation(c.Prestation, !c.Proposee);
                break;
            case ChangementDeCarte.PrestationSupprimee c:
                var choix = await contexte.Adhesions.CountAsync(a => a.Choix.Any(x => x.Prestation == c.Prestation), annulation);
                groupement.SupprimerPrestation(
                    c.Prestation,
                    choix,
                    await CompterAsync(contexte, id, c.Prestation, null, annulation)
                );
                break;
            case ChangementDeCarte.PrestationDeplacee c:
                groupement.OrdonnerPrestations(Deplacer(groupement, c));
                break;
            case ChangementDeCarte.NouveauLot c:
                groupement.AjouterLot(c.Definition);
                break;
            case ChangementDeCarte.LotCorrige c:
                groupement.ModifierLot(c.Definition);
                break;
            case ChangementDeCarte.LotPropose c:
                groupement.RetirerLot(c.Numero, !c.Propose);
                break;
            case ChangementDeCarte.LotSupprime c:
                var lot = groupement.LotDe(c.Numero);
                groupement.SupprimerLot(c.Numero, await CompterAsync(contexte, id, lot.Prestation, c.Numero, annulation));
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private async Task<int> CompterAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        PrestationId prestation,
        int? lot,
        CancellationToken annulation
    )
    {
        var total = 0;
        foreach (var usage in usages)
        {
            total += await usage.CompterAsync(contexte, groupement, prestation, lot, annulation);
        }

        return total;
    }

    private static List<PrestationId> Deplacer(Groupement groupement, ChangementDeCarte.PrestationDeplacee deplacement)
    {
        var ordre = groupement.Prestations.OrderBy(p => p.Ordre).Select(p => p.Id).ToList();
        var rang = ordre.IndexOf(deplacement.Prestation);
        if (rang >= 0)
        {
            ordre.RemoveAt(rang);
            ordre.Insert(Math.Clamp(rang + deplacement.De, 0, ordre.Count), deplacement.Prestation);
        }

        return ordre;
    }
}

using CdgMarches.App.Conventions;
using CdgMarches.Database.Echeancier;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Ce que les registres mettent à l'échéancier : la réponse due à une demande, l'attestation à renouveler.</summary>
public sealed class EcheancesDesRegistresTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Une_demande_d_assistance_attend_sa_reponse_jusqu_au_delai_d_usage()
    {
        var id = await Socle
            .Le<DemanderAssistance>()
            .ExecuterAsync(
                Agent,
                Arras.Id,
                new NouvelleDemandeDAssistance(NatureDAssistance.ReglementDeConsultation, "Relire le RC", null, null),
                Annulation
            );

        var due = Assert.Single(await LireAsync(nameof(DemandeDAssistance)));
        Assert.Equal((Jour("2026-03-15"), false, Arras.Id.Valeur), (due.Date, due.EstAccomplie, due.Collectivite));
        Assert.Equal("Convention d'accès, art. 2", due.Fondement);

        await Socle.Le<TraiterAssistance>().ExecuterAsync(Agent, id, 1, new GesteDAssistance.Repondre("Relu."), Annulation);
        Assert.True(Assert.Single(await LireAsync(nameof(DemandeDAssistance))).EstAccomplie);
    }

    [Fact]
    public async Task Une_attestation_remplacee_n_est_plus_a_renouveler()
    {
        await EnregistrerAsync("P-1", "2025-01-01", "2025-12-31");
        var ancienne = Assert.Single(await LireAsync(nameof(ContratDAssurance)));
        Assert.False(ancienne.EstAccomplie);

        // The same police is a renewal by itself; another one is said to follow.
        await EnregistrerAsync("p-1", "2026-01-01", "2026-12-31");
        Assert.Equal([true, false], (await LireAsync(nameof(ContratDAssurance))).Select(e => e.EstAccomplie));
        await EnregistrerAsync("Z-9", "2027-01-01", "2027-12-31");
        Assert.Equal([true, false, false], (await LireAsync(nameof(ContratDAssurance))).Select(e => e.EstAccomplie));
        var suivie = (await Socle.Le<LireRegistres>().ExecuterAsync(Agent, annulation: Annulation)).Assurances.Single(a =>
            a.Police == "p-1"
        );
        await EnregistrerAsync("Z-10", "2027-01-01", "2028-12-31", suivie.Id);

        Assert.Equal([true, true, false, false], (await LireAsync(nameof(ContratDAssurance))).Select(e => e.EstAccomplie));
    }

    [Fact]
    public async Task Ce_qui_remplace_une_assurance_couvre_plus_longtemps()
    {
        await EnregistrerAsync("P-1", "2025-01-01", "2025-12-31");
        var suivie = (await Socle.Le<LireRegistres>().ExecuterAsync(Agent, annulation: Annulation)).Assurances.Single();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            EnregistrerAsync("Z-9", "2025-01-01", "2025-12-31", suivie.Id)
        );

        Assert.IsType<RemplacementPlusTardif>(Assert.Single(refus.Obstacles));
        Assert.Single(await LireAsync(nameof(ContratDAssurance)));
    }

    private Task EnregistrerAsync(string police, string du, string au, ContratDAssuranceId? remplace = null) =>
        Socle
            .Le<EnregistrerAssurance>()
            .ExecuterAsync(
                Agent,
                null,
                0,
                new SaisieDAssurance("Assureur", police, "Archives", Jour(du), Jour(au)),
                remplace,
                Annulation
            );

    private async Task<List<Echeance>> LireAsync(string type)
    {
        await using var contexte = await Socle.OuvrirAsync();
        return await contexte.Echeances.Where(e => e.ObjetType == type).OrderBy(e => e.Date).ToListAsync(Annulation);
    }
}

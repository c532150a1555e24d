using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Joués sur une vraie base : une tâche réaffectée, un terme qui suit un marché reconduit, les deux derniers membres.</summary>
public sealed class TachesTermeEtDepartsTests : EssaiDeConvention
{
    [Fact]
    public async Task Une_tache_se_confie_a_un_membre_et_a_nul_autre()
    {
        await Banc.OuvrirLaConventionAsync();

        await ConfierAsync(8, Banc.Bethune);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => ConfierAsync(9, Banc.Calais));

        Assert.IsType<TacheConfieeAUnMembre>(Assert.Single(refus.Obstacles));
        var taches = (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement, Annulation))!.Taches;
        Assert.Equal(22, taches.Count);
        Assert.Equal([8], taches.Where(t => t.Responsable != Banc.Cdg.Id).Select(t => t.Numero));
        Assert.Equal(Banc.Bethune.Id, taches.Single(t => t.Numero == 8).Responsable);
    }

    [Fact]
    public async Task Une_fois_la_convention_en_vigueur_une_tache_ne_change_que_sur_un_motif_que_l_histoire_garde()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => ConfierAsync(8, Banc.Bethune));
        Assert.IsType<ChangementParAvenant>(Assert.Single(refus.Obstacles));
        Assert.True(refus.MotifAttendu);
        await ConfierAsync(8, Banc.Bethune, "Avenant 2, art. 3.1.");

        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            "Avenant 2, art. 3.1.",
            await contexte
                .Journal.Where(l => l.Libelle.StartsWith("Tâche 8 confiée"))
                .Select(l => l.Motif)
                .SingleAsync(Annulation)
        );
    }

    [Fact]
    public async Task La_duree_jusqu_aux_marches_suit_un_vrai_marche_reconduit_puis_arrete()
    {
        var marche = await MarcheNotifieAsync();
        await Banc.Le<OuvrirConvention>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new TermesDeConvention("Marchés", DureeDeConvention.JusquAuxMarches, null, new Integration(), "", ""),
                annulation: Annulation
            );

        Assert.Equal(Jour.AddMonths(48).AddDays(-1), await TermeAsync());
        await DeciderAsync(1, reconduit: true, Jour.AddMonths(18));
        Assert.Equal(Jour.AddMonths(48).AddDays(-1), await TermeAsync());
        await DeciderAsync(2, reconduit: false, Jour.AddMonths(30));
        Assert.Equal(Jour.AddMonths(36).AddDays(-1), await TermeAsync());

        async Task<DateOnly?> TermeAsync() =>
            (await Banc.Le<LireConvention>().ExecuterAsync(Agent, Banc.Groupement, Annulation))!.Terme;

        async Task DeciderAsync(int numero, bool reconduit, DateOnly le)
        {
            await using var contexte = await Banc.OuvrirAsync();
            var relu = await contexte.Marches.SingleAsync(m => m.Id == marche, Annulation);
            relu.DeciderReconduction(numero, reconduit, le, reconduit ? null : "Le groupement change de solution.");
            await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
        }
    }

    [Fact]
    public async Task Le_premier_des_deux_derniers_membres_ne_sort_pas_le_groupement_se_dissout()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        await SortirAsync(Banc.Arras);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => SortirAsync(Banc.Bethune));

        Assert.IsType<ResteUnGroupement>(Assert.Single(refus.Obstacles));
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Bethune)).Sortie);
        Assert.NotNull((await Banc.AdhesionDeAsync(Banc.Arras)).Sortie);
    }

    private async Task SortirAsync(Collectivite membre)
    {
        var retrait = await AnnoncerAsync(membre);
        await ConduireAsync(
            retrait,
            new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), Jour.AddDays(30), "Solde de tout compte.", [])
        );
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));
    }

    private Task ConfierAsync(int numero, Collectivite membre, string? motif = null) =>
        Banc.ModifierLaConventionAsync(new ChangementDeConvention.TacheAuMembre(numero, membre.Id, motif));

    /// <summary>Vingt-quatre mois, reconductible deux fois un an.</summary>
    private async Task<MarcheId> MarcheNotifieAsync()
    {
        var id = await ProcedurePreteAsync();
        await LancerAsync(id);
        await using var contexte = await Banc.OuvrirAsync();
        var procedure = await contexte.Procedures.SingleAsync(p => p.Id == id, Annulation);
        var marche = Marche.Attribuer(
            "MAR-2026-001",
            procedure,
            procedure.Lots[0],
            new AttributionDeMarche(
                Jour,
                [("Titulaire", null)],
                MontantHt.DEuros(10_000m),
                null,
                MontantHt.DEuros(20_000m),
                24,
                [12, 12]
            )
        );
        marche.Signer(Jour);
        marche.Notifier(Jour, Jour, transmissionRequise: false);
        contexte.Add(marche);
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
        return marche.Id;
    }
}

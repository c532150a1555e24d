using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Une délibération antérieure au texte soumis ne compte qu'une fois constatée (RG1.34).</summary>
public sealed class DeliberationAnterieureTests : EssaiDeConvention
{
    private static readonly DateOnly Soumis = new(2026, 6, 1);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void La_deliberation_compte_du_jour_ou_le_texte_est_soumis(int jours, bool compte)
    {
        var avenant = UnAvenant();
        var reponse = ApprobationDAvenant.Attendre(avenant.Id, CollectiviteId.Nouveau());

        reponse.Approuver(avenant.Texte, avenant.Empreinte, Exemples.Deliberee(Soumis.AddDays(jours)), Soumis.AddDays(5));

        Assert.Equal((compte, !compte), (reponse.Compte(avenant.Texte), reponse.AConstater(avenant.Texte)));
        Assert.False(reponse.EstAttendue(avenant.Empreinte));
    }

    [Fact]
    public void Un_texte_revise_se_delibere_apres_sa_revision()
    {
        var avenant = UnAvenant();
        avenant.Reviser("Trois ans.", Soumis.AddDays(10));
        var reponse = ApprobationDAvenant.Attendre(avenant.Id, CollectiviteId.Nouveau());

        reponse.Approuver(avenant.Texte, avenant.Empreinte, Exemples.Deliberee(Soumis.AddDays(9)), Soumis.AddDays(12));

        Assert.True(reponse.AConstater(avenant.Texte));
    }

    [Fact]
    public void Constatee_elle_compte_et_le_constat_ne_se_fait_qu_une_fois()
    {
        var avenant = UnAvenant();
        var reponse = ApprobationDAvenant.Attendre(avenant.Id, CollectiviteId.Nouveau());
        reponse.Approuver(avenant.Texte, avenant.Empreinte, Exemples.Deliberee(Soumis.AddDays(-3)), Soumis.AddDays(5));
        Assert.Throws<RegleMetierException>(() => reponse.Constater(avenant.Texte, " "));

        reponse.Constater(avenant.Texte, "Projet annexé, mot pour mot.");

        Assert.True(reponse.Compte(avenant.Texte));
        var deux = Assert.Throws<RegleMetierException>(() => reponse.Constater(avenant.Texte, "Encore."));
        Assert.IsType<ApprobationAConstater>(Assert.Single(deux.Obstacles));
    }

    [Fact]
    public async Task L_agent_donne_son_constat_ou_n_enregistre_pas()
    {
        var (avenant, ligne) = await SoumettreAsync();
        var empreinte = (await FicheAsync(avenant)).Avenant.Empreinte;
        var anterieure = Exemples.Deliberee(Jour.AddDays(-1));

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => RepondreAsync(constat: null));
        Assert.IsType<DeliberationApresLeTexte>(Assert.Single(refus.Obstacles));
        Assert.True(refus.MotifAttendu);
        Assert.Equal(0, (await FicheAsync(avenant)).Decompte.Comptees);

        await RepondreAsync("Le projet joint à la convocation est le texte soumis.");
        Assert.Equal((1, 0), (await ComptesAsync(avenant)));

        Task RepondreAsync(string? constat) =>
            Banc.Le<RepondreAUnAvenant>()
                .ExecuterAsync(Agent, ligne.Id, ligne.Version, empreinte, anterieure, constat, Annulation);
    }

    [Fact]
    public async Task Deposee_par_le_membre_elle_attend_le_constat_de_l_agent()
    {
        var (avenant, ligne) = await SoumettreAsync();
        using (var pdf = Exemples.Pdf())
        {
            await Banc.Le<ApprouverDeSonEspace>()
                .ExecuterAsync(
                    Agents.Membre(Banc.Arras.Id),
                    ligne.Id,
                    ligne.Version,
                    (await FicheAsync(avenant)).Avenant.Empreinte,
                    Exemples.Deliberee(Jour.AddDays(-1)),
                    pdf,
                    "deliberation.pdf",
                    Annulation
                );
        }

        Assert.Equal((0, 1), await ComptesAsync(avenant));
        Assert.Contains(
            "1 délibération précède le texte soumis",
            Assert.Single((await FicheAsync(avenant)).PeutPrendreEffet(Jour).Obstacles.OfType<AccordsRequis>()).Message,
            StringComparison.Ordinal
        );
        var lue = await LigneAsync(avenant);
        Assert.True(lue.AConstater);
        await Assert.ThrowsAsync<DroitManquantException>(() => ConstaterAsync(Agents.Lecture, lue));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            ConstaterAsync(BancDesGroupements.Limite(GroupementId.Nouveau()), lue)
        );

        await ConstaterAsync(Agent, lue);

        Assert.Equal((1, 0), await ComptesAsync(avenant));
        await Assert.ThrowsAsync<RegleMetierException>(() => ConstaterAsync(Agent, lue));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            "Projet annexé.",
            await contexte
                .Journal.Where(l => l.Libelle.StartsWith("Délibération antérieure au texte soumis"))
                .Select(l => l.Motif)
                .SingleAsync(Annulation)
        );

        Task ConstaterAsync(Acteur acteur, LigneDApprobation reponse) =>
            Banc.Le<RepondreAUnAvenant>().ConstaterAsync(acteur, reponse.Id, reponse.Version, "Projet annexé.", Annulation);
    }

    private static AvenantDeConvention UnAvenant()
    {
        var avenant = AvenantDeConvention.Preparer(
            GroupementId.Nouveau(),
            1,
            GenreDAvenant.Modification,
            "Durée",
            "Un an.",
            "Deux ans.",
            null
        );
        avenant.Soumettre(3, Soumis);
        return avenant;
    }

    private async Task<(AvenantDeConventionId Avenant, LigneDApprobation Arras)> SoumettreAsync()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        return (avenant, await LigneAsync(avenant));
    }

    private async Task<LigneDApprobation> LigneAsync(AvenantDeConventionId avenant) =>
        (await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande(), Annulation)).Elements.Single(l =>
            l.Membre == "Arras"
        );

    private async Task<FicheDAvenant> FicheAsync(AvenantDeConventionId avenant) =>
        (await Banc.Le<LireAvenants>().FicheAsync(Agent, Banc.Groupement, avenant, Annulation))!;

    private async Task<(int Comptees, int AConstater)> ComptesAsync(AvenantDeConventionId avenant)
    {
        var decompte = (await FicheAsync(avenant)).Decompte;
        return (decompte.Comptees, decompte.AConstater);
    }
}

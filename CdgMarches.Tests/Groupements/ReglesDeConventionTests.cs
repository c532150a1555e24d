using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

public sealed class ReglesDeConventionTests
{
    [Fact]
    public void Le_profil_du_groupement_dedie_est_celui_de_la_convention_a_trois()
    {
        var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementDedie);

        Assert.Equal(5, regles.JoursFrancsDeConvocation);
        Assert.True(regles.QuorumPlusDeLaMoitie);
        Assert.True(regles.SecondeConvocationSansQuorum);
        Assert.False(regles.VoixPreponderante);
        Assert.Equal(RegimeDeCao.Propre, regles.RegimeDeCao);
        Assert.True(regles.SuppleantObligatoire);
        Assert.True(regles.VerrouDAdhesion);
        Assert.Equal(ModeDAdhesion.ParAvenant, regles.ModeDAdhesion);
        Assert.Equal(ModeDeRetrait.DeliberationDatee, regles.ModeDeRetrait);
        Assert.Equal(SortieDuCoordonnateur.Refusee, regles.SortieDuCoordonnateur);
        Assert.True(regles.ModificationUnanime);
    }

    [Fact]
    public void Le_profil_permanent_est_celui_du_cig()
    {
        var regles = ReglesDeConvention.De(ProfilDeConvention.GroupementPermanent);

        Assert.Equal(RegimeDeCao.Coordonnateur, regles.RegimeDeCao);
        Assert.Equal(ModeDAdhesion.ParFenetre, regles.ModeDAdhesion);
        Assert.Equal(ModeDeRetrait.PreavisAnnuel, regles.ModeDeRetrait);
        Assert.Equal(SortieDuCoordonnateur.Dissout, regles.SortieDuCoordonnateur);
        Assert.Equal(new DateOnly(2026, 10, 29), regles.DernierJourDuPreavis(2026));
        Assert.Equal(
            new DateOnly(2026, 10, 30),
            (regles with { LectureDuPreavis = LectureDuPreavis.JourInclus }).DernierJourDuPreavis(2026)
        );
    }

    [Theory]
    [InlineData(false, ProfilDeConvention.GroupementDedie)]
    [InlineData(true, ProfilDeConvention.GroupementPermanent)]
    public void Un_groupement_nait_avec_le_profil_de_sa_duree(bool permanent, ProfilDeConvention profil)
    {
        var groupement = Groupement.Creer(
            new ReferenceDeGroupement(2026, 1),
            new IdentiteDeGroupement("Un groupement", "Acheter.", new(Guid.NewGuid()), new(2026, 1, 1), estPermanent: permanent)
        );

        Assert.Equal(ReglesDeConvention.De(profil), groupement.Regles);
        Assert.True(groupement.Regles.SuitSonProfil);
    }

    [Fact]
    public void Tous_les_defauts_des_regles_sont_dits_a_la_fois()
    {
        var groupement = Exemples.UnGroupement();

        var refus = Assert.Throws<RegleMetierException>(() =>
            groupement.FixerRegles(
                groupement.Regles with
                {
                    JoursFrancsDeConvocation = -1,
                    SecondeConvocationJoursFrancs = JoursFrancsPlausibles.Maximum + 1,
                    VoixPreponderante = true,
                    MoisDuPreavis = 2,
                    JourDuPreavis = 30,
                    MoisDuBilan = 13,
                }
            )
        );

        Assert.Equal(
            ["jours-francs", "seconde-jours-francs", "article-voix", "preavis", "bilan"],
            refus.Obstacles.Select(o => o.Champ)
        );
    }

    [Fact]
    public void Un_changement_de_regle_garde_l_ancienne_et_la_nouvelle_valeur()
    {
        var groupement = Exemples.UnGroupement();
        groupement.ViderEvenements();

        groupement.FixerRegles(groupement.Regles with { JoursFrancsDeConvocation = 8 });
        groupement.FixerRegles(groupement.Regles);

        var fait = Assert.IsType<ReglesFixees>(Assert.Single(groupement.ViderEvenements()));
        Assert.Equal("Délai de convocation : 5 jours francs", fait.Avant);
        Assert.Equal("Délai de convocation : 8 jours francs", fait.Apres);
        Assert.False(groupement.Regles.SuitSonProfil);
    }

    [Theory]
    [InlineData(ProfilDeConvention.GroupementDedie)]
    [InlineData(ProfilDeConvention.GroupementPermanent)]
    public void Chaque_regle_s_explique_avec_son_fondement(ProfilDeConvention profil) =>
        Assert.All(
            ReglesDeConvention.De(profil).Expliquer(),
            r => Assert.All([r.Sujet, r.Valeur, r.Fondement, r.Explication], t => Assert.False(string.IsNullOrWhiteSpace(t)))
        );

    [Fact]
    public async Task Les_regles_se_relisent_comme_elles_ont_ete_fixees()
    {
        await using var banc = await BancDesGroupements.CreerAsync();
        await using (var contexte = await banc.OuvrirAsync())
        {
            var groupement = await contexte.Groupements.SingleAsync(g => g.Id == banc.Groupement);
            groupement.FixerRegles(
                groupement.Regles with
                {
                    EnvoiTardifPermis = true,
                    Quorum = TypeDeQuorum.LaMoitieAuMoins,
                    SecondeConvocationSansQuorum = false,
                    VoixPreponderante = true,
                    ArticleDeLaVoixPreponderante = "Convention, art. 12",
                    VerrouDAdhesion = false,
                    ModificationUnanime = false,
                    PublicationRequise = false,
                }
            );
            await contexte.EnregistrerAsync(Agents.Gestionnaire, banc.Socle.Horloge.GetUtcNow());
        }

        await using var relu = await banc.OuvrirAsync();
        var regles = (await relu.Groupements.SingleAsync(g => g.Id == banc.Groupement)).Regles;
        Assert.True(regles.EnvoiTardifPermis);
        Assert.Equal(TypeDeQuorum.LaMoitieAuMoins, regles.Quorum);
        Assert.False(regles.SecondeConvocationSansQuorum);
        Assert.Equal("Convention, art. 12", regles.ArticleDeLaVoixPreponderante);
        Assert.False(regles.VerrouDAdhesion);
        Assert.False(regles.ModificationUnanime);
        Assert.False(regles.PublicationRequise);
        Assert.Equal(ModeDAdhesion.ParFenetre, regles.ModeDAdhesion);
    }
}

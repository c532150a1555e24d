using CdgMarches.App.Conventions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

/// <summary>Le registre des courriers est la source des dates qui font courir les délais d'une convention (RG6.20, RG6.21).</summary>
public sealed class LettresAuRegistreTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private AgirSurConvention Agir => Socle.Le<AgirSurConvention>();

    [Theory]
    [InlineData(AuteurDeDenonciation.Collectivite, IssueDeCourrier.Remis, "2026-01-13", "2026-01-15", "2026-03-15")]
    [InlineData(AuteurDeDenonciation.Collectivite, IssueDeCourrier.Refuse, "2026-01-13", null, "2026-03-13")]
    [InlineData(AuteurDeDenonciation.Collectivite, IssueDeCourrier.NonReclame, "2025-12-31", null, "2026-02-28")]
    [InlineData(AuteurDeDenonciation.Cdg, IssueDeCourrier.NonReclame, "2026-01-13", null, "2026-07-13")]
    public async Task La_date_notee_au_registre_fait_courir_le_delai_de_la_denonciation(
        AuteurDeDenonciation auteur,
        IssueDeCourrier issue,
        string presente,
        string? remis,
        string dernierJour
    )
    {
        await DenoncerAsync(auteur, "2025-12-30");

        var effet = await LettresDEssai.NoterAsync(
            Socle,
            c => c.DenonciationEnCours!.Lettre,
            new SuiviDeCourrier(issue, Jour(presente), remis is null ? null : Jour(remis))
        );

        Assert.Equal(Jour(dernierJour), (await RelireAsync()).DernierJour);
        Assert.Contains("prend effet", effet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_adresse_inconnue_ne_notifie_rien_et_un_avis_note_a_tort_se_retire_avec_son_effet()
    {
        await DenoncerAsync(AuteurDeDenonciation.Collectivite, "2026-01-12");
        await LettresDEssai.RemettreAsync(Socle, c => c.DenonciationEnCours!.Lettre, Jour("2026-01-15"));
        Assert.NotNull((await RelireAsync()).DernierJour);

        await LettresDEssai.NoterAsync(
            Socle,
            c => c.DenonciationEnCours!.Lettre,
            new SuiviDeCourrier(IssueDeCourrier.AdresseInconnue, null, null)
        );

        var relue = await RelireAsync();
        Assert.Null(relue.DernierJour);
        Assert.Null(relue.DenonciationEnCours!.Lettre.NotifieLe);
    }

    [Fact]
    public async Task Une_date_qui_contredit_la_convention_n_est_notee_ni_la_ni_au_registre()
    {
        await DenoncerAsync(AuteurDeDenonciation.Collectivite, "2026-02-20", Jour("2026-03-05"));

        // The convention starts on 5 March 2026: received before, the letter cannot end it.
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            LettresDEssai.RemettreAsync(Socle, c => c.DenonciationEnCours!.Lettre, Jour("2026-02-25"))
        );

        Assert.IsType<NotificationPendantLaConvention>(Assert.Single(refus.Obstacles));
        await using var contexte = await Socle.OuvrirAsync();
        var courrier = await contexte.Courriers.SingleAsync(Annulation);
        Assert.Equal(IssueDeCourrier.EnCours, courrier.Destinataires[0].Issue);
    }

    [Fact]
    public async Task Les_archives_ont_leur_propre_courrier_et_leur_avis_ne_change_pas_l_effet()
    {
        await DenoncerAsync(AuteurDeDenonciation.Collectivite, "2026-01-12");
        await LettresDEssai.RemettreAsync(Socle, c => c.DenonciationEnCours!.Lettre, Jour("2026-01-15"));
        var convention = await RelireAsync();
        await Agir.ExecuterAsync(
            Agent,
            convention.Id,
            convention.Version,
            new GesteDeConvention.InformerLesArchives(Jour("2026-01-20"), "1A 9", LettresDEssai.Pli),
            Annulation
        );

        await LettresDEssai.RemettreAsync(Socle, c => c.DenonciationEnCours!.Archives!, Jour("2026-01-22"));

        var relue = await RelireAsync();
        Assert.True(relue.DenonciationEnCours!.ArchivesInformees);
        Assert.NotEqual(relue.DenonciationEnCours.Archives!.Courrier, relue.DenonciationEnCours.Lettre.Courrier);
        Assert.Equal(Jour("2026-03-15"), relue.DernierJour);
    }

    [Fact]
    public async Task Un_courrier_deja_remis_au_registre_se_rattache_et_notifie_aussitot_mais_une_seule_lettre()
    {
        var convention = await SemerAsync();
        var courrier = await EnregistrerAsync(convention.Id.Valeur);
        var suivre = LettresDEssai.Suivre(Socle);
        await suivre.PosterAsync(
            Agent,
            courrier,
            1,
            Jour("2026-01-12"),
            new Dictionary<int, string?> { [1] = "1A 7" },
            Annulation
        );
        await suivre.NoterAsync(
            Agent,
            courrier,
            2,
            1,
            new SuiviDeCourrier(IssueDeCourrier.Remis, null, Jour("2026-01-15")),
            Annulation
        );

        await Agir.ExecuterAsync(
            Agent,
            convention.Id,
            1,
            new GesteDeConvention.Denoncer(
                new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-03-01")),
                new PliDuGeste(null, null, courrier)
            ),
            Annulation
        );

        var relue = await RelireAsync();
        var lettre = relue.DenonciationEnCours!.Lettre;
        Assert.Equal((Jour("2026-01-12"), "1A 7", Jour("2026-01-15")), (lettre.EnvoyeLe, lettre.Numero, lettre.NotifieLe));
        Assert.Equal(Jour("2026-03-15"), relue.DernierJour);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Agir.ExecuterAsync(
                Agent,
                convention.Id,
                relue.Version,
                new GesteDeConvention.InformerLesArchives(Jour("2026-01-20"), null, new PliDuGeste(null, null, courrier)),
                Annulation
            )
        );
        Assert.IsType<CourrierDUneSeuleLettre>(Assert.Single(refus.Obstacles));
    }

    [Fact]
    public async Task Un_courrier_d_un_autre_dossier_ne_se_rattache_pas_et_rien_n_est_denonce()
    {
        var convention = await SemerAsync();
        var courrier = await EnregistrerAsync(Guid.NewGuid());

        await Assert.ThrowsAsync<RefusException>(() =>
            Agir.ExecuterAsync(
                Agent,
                convention.Id,
                1,
                new GesteDeConvention.Denoncer(
                    new NouvelleDenonciation(AuteurDeDenonciation.Collectivite, Jour("2026-03-01")),
                    new PliDuGeste(null, null, courrier)
                ),
                Annulation
            )
        );

        Assert.Null((await RelireAsync()).DenonciationEnCours);
    }

    [Fact]
    public async Task Un_agent_limite_a_des_groupements_suit_les_lettres_des_conventions_d_acces()
    {
        await DenoncerAsync(AuteurDeDenonciation.Collectivite, "2026-01-12");
        var limite = Agent with
        {
            Perimetre = Perimetre.DuCdg(new HashSet<Domain.Groupements.GroupementId> { new(Guid.NewGuid()) }),
        };
        await using var contexte = await Socle.OuvrirAsync();
        var id = (await contexte.Courriers.SingleAsync(Annulation)).Id;

        var fiche = await Socle.Le<LireCourriers>().FicheAsync(limite, id, Annulation);

        Assert.NotNull(fiche);
    }

    [Fact]
    public async Task Une_lettre_vieille_de_plusieurs_annees_entre_au_registre_mais_ne_precede_pas_la_convention()
    {
        var convention = await SemerAsync(Jour("2019-02-15"));
        var tropTot = await Assert.ThrowsAsync<RegleMetierException>(() => MettreEnDemeureAsync("2019-01-25"));
        Assert.Contains(tropTot.Obstacles, o => o.Message.Contains("26 janvier 2019", StringComparison.Ordinal));

        await MettreEnDemeureAsync("2021-06-15");

        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal(Jour("2021-06-15"), (await contexte.Courriers.SingleAsync(Annulation)).PosteLe);
        var inscrit = await EnregistrerAsync(convention.Id.Valeur);
        await Agir.ExecuterAsync(
            Agent,
            convention.Id,
            2,
            new GesteDeConvention.Denoncer(
                new NouvelleDenonciation(AuteurDeDenonciation.Cdg, Jour("2026-03-02")),
                LettresDEssai.Pli
            ),
            Annulation
        );
        var poster = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await Agir.ExecuterAsync(
                Agent,
                convention.Id,
                3,
                new GesteDeConvention.InformerLesArchives(Jour("2018-12-31"), null, new PliDuGeste(null, null, inscrit)),
                Annulation
            )
        );
        Assert.IsType<LettreApresLaSignature>(Assert.Single(poster.Obstacles));

        Task MettreEnDemeureAsync(string envoyee) =>
            Agir.ExecuterAsync(
                Agent,
                convention.Id,
                1,
                new GesteDeConvention.MettreEnDemeure(
                    new NouvelleMiseEnDemeure("T-1", Jour(envoyee).AddDays(-1), Jour(envoyee), null),
                    LettresDEssai.Pli
                ),
                Annulation
            );
    }

    private async Task<ConventionDAcces> SemerAsync(DateOnly? effet = null)
    {
        var convention = EnVigueur(Arras.Id, effet: effet);
        await Socle.Base.SemerAsync(convention);
        return convention;
    }

    private async Task DenoncerAsync(AuteurDeDenonciation auteur, string envoyeeLe, DateOnly? effet = null)
    {
        var convention = await SemerAsync(effet);
        await Agir.ExecuterAsync(
            Agent,
            convention.Id,
            1,
            new GesteDeConvention.Denoncer(new NouvelleDenonciation(auteur, Jour(envoyeeLe), "1A 1"), LettresDEssai.Pli),
            Annulation
        );
    }

    private Task<CourrierId> EnregistrerAsync(Guid objet) =>
        Socle
            .Le<EnregistrerCourrier>()
            .ExecuterAsync(
                Agent,
                "Dénonciation",
                ModeDEnvoi.LettreRecommandee,
                [new AdresseDeCourrier("CDG", "1 rue\n62000 ARRAS")],
                new RattachementDeCourrier(nameof(ConventionDAcces), objet),
                Annulation
            );

    private async Task<ConventionDAcces> RelireAsync()
    {
        await using var contexte = await Socle.OuvrirAsync();
        return await contexte.ConventionsDAcces.AsNoTracking().SingleAsync(Annulation);
    }
}

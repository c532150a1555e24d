using Bunit;
using CdgMarches.App.Conventions;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;

namespace CdgMarches.Tests.Conventions;

public sealed class RegistresTests : EssaiDePageDeConvention
{
    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2025-02-14", false)]
    [InlineData("2025-02-15", true)]
    [InlineData("2026-03-10", true)]
    public void Un_compte_ne_s_ouvre_qu_a_compter_de_la_date_d_effet(string jour, bool permis) =>
        Assert.Equal(
            permis,
            CompteDePlateforme
                .PeutOuvrir(EnVigueur().PeriodeEnVigueur, Jour(jour), "Claude", "claude@exemple.invalid", Jour("2026-03-10"))
                .EstFavorable
        );

    [Fact]
    public void Sans_actes_aucun_compte() =>
        Assert.IsType<CompteOuvertPendantLaConvention>(
            Assert.Single(
                CompteDePlateforme
                    .PeutOuvrir(null, Jour("2026-03-10"), "Claude", "c@exemple.invalid", Jour("2026-03-10"))
                    .Obstacles
            )
        );

    [Fact]
    public async Task Une_adresse_n_a_qu_un_compte_ouvert_et_la_page_le_dit()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        var page = Render<PageComptesDePlateforme>(p => p.Add(x => x.Id, convention.Id.Valeur));
        page.WaitForElement("#titulaire");

        await OuvrirAsync("Jean Test", "jean@exemple.fr");
        page.WaitForAssertion(() => Assert.Contains("Le compte de Jean Test est ouvert.", page.Markup, StringComparison.Ordinal));
        await OuvrirAsync("Jean Test", "Jean@exemple.fr ");
        page.WaitForAssertion(() => Assert.Contains("a déjà un compte, ouvert le", page.Markup, StringComparison.Ordinal));
        await CliquerAsync(page, "Fermer le compte de Jean Test");
        Assert.DoesNotContain("1 compte est fermé.", page.Markup, StringComparison.Ordinal);
        await CliquerAsync(page, "Fermer ce compte");
        page.WaitForAssertion(() => Assert.Contains("1 compte est fermé.", page.Markup, StringComparison.Ordinal));
        await OuvrirAsync("Jean Test", "jean@exemple.fr");
        page.WaitForAssertion(() => Assert.Contains("Le compte de Jean Test est ouvert.", page.Markup, StringComparison.Ordinal));

        await using var contexte = await Socle.OuvrirAsync();
        Assert.Equal(2, await contexte.ComptesDePlateforme.CountAsync(Annulation));

        async Task OuvrirAsync(string titulaire, string courriel)
        {
            await page.Find("#titulaire").ChangeAsync(new() { Value = titulaire });
            await page.Find("#courriel").ChangeAsync(new() { Value = courriel });
            await page.Find("form[aria-label='Compte de plateforme']").SubmitAsync();
        }
    }

    [Fact]
    public async Task Une_deliberation_ne_s_enregistre_qu_une_fois_et_aucune_formalite_n_est_a_venir()
    {
        var enregistrer = Socle.Le<EnregistrerDeliberation>();
        var saisie = new SaisieDeDeliberation("2024/40", Jour("2024-12-10"), "Tarifs", Jour("2024-12-12"), null, true);
        await enregistrer.ExecuterAsync(Agent, null, 0, saisie, Annulation);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            enregistrer.ExecuterAsync(
                Agent,
                null,
                0,
                saisie with
                {
                    Numero = " 2024/40",
                    TransmiseLe = Jour("2026-03-11"),
                    PublieeLe = Jour("2027-05-05"),
                },
                Annulation
            )
        );

        Assert.Equal(
            [typeof(ActePasAVenir), typeof(ActePasAVenir), typeof(DeliberationUneSeuleFois)],
            refus.Obstacles.Select(o => o.GetType())
        );
        await using var contexte = await Socle.OuvrirAsync();
        var gardee = await contexte.DeliberationsDuCdg.SingleAsync(Annulation);
        await enregistrer.ExecuterAsync(Agent, gardee.Id, gardee.Version, saisie with { Objet = "Tarifs 2025" }, Annulation);
    }

    [Fact]
    public async Task A_la_fin_de_la_convention_les_comptes_restes_ouverts_sont_a_fermer_et_se_ferment_ensemble()
    {
        var convention = EnVigueur(
            Arras.Id,
            regles: ReglesDAcces.Usuelles with
            {
                Reconduction = Reconduction.Aucune,
            },
            effet: Jour("2023-03-09")
        );
        await Socle.Base.SemerAsync(convention);
        Assert.Equal(Jour("2026-03-08"), convention.DernierJour);
        var compte = CompteDePlateforme.Ouvrir(convention, Jour("2023-03-09"), "Claude", "c@exemple.invalid", Jour("2023-03-09"));
        await Socle.Base.SemerAsync(compte);
        var source = Socle.Le<IEnumerable<App.Accueil.ISourceATraiter>>().OfType<RegistresATraiter>().Single();
        Assert.Equal(
            1,
            (await source.ExecuterAsync(Agent, Annulation))
                .Single(c => c.Titre.StartsWith("Comptes", StringComparison.Ordinal))
                .Nombre
        );

        Assert.Equal(
            1,
            await Socle.Le<FermerComptesDePlateforme>().ExecuterAsync(Agent, convention.Id, null, Jour("2026-03-10"), Annulation)
        );

        Assert.Equal(
            0,
            (await source.ExecuterAsync(Agent, Annulation))
                .Single(c => c.Titre.StartsWith("Comptes", StringComparison.Ordinal))
                .Nombre
        );
    }

    [Fact]
    public async Task Une_demande_d_assistance_se_prend_se_classe_et_se_repond_une_fois()
    {
        var id = await Socle
            .Le<DemanderAssistance>()
            .ExecuterAsync(
                Agent,
                Arras.Id,
                new NouvelleDemandeDAssistance(NatureDAssistance.ReglementDeConsultation, "Relire le RC", null, null),
                Annulation
            );
        var traiter = Socle.Le<TraiterAssistance>();
        await traiter.ExecuterAsync(Agent, id, 1, new GesteDAssistance.PrendreEnCharge(), Annulation);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            traiter.ExecuterAsync(Agent, id, 1, new GesteDAssistance.PrendreEnCharge(), Annulation)
        );
        await traiter.ExecuterAsync(
            Agent,
            id,
            2,
            new GesteDAssistance.Classer(NatureDAssistance.ReglementDeConsultation, NiveauDAssistance.AuDela),
            Annulation
        );
        await traiter.ExecuterAsync(Agent, id, 3, new GesteDAssistance.Repondre("Fait."), Annulation);

        await Assert.ThrowsAsync<RegleMetierException>(() =>
            traiter.ExecuterAsync(Agent, id, 4, new GesteDAssistance.Repondre("Encore."), Annulation)
        );
        var bilan = await Socle.Le<LireBilanDAssistance>().ExecuterAsync(Agent, new Demande(), annulation: Annulation);
        var ligne = Assert.Single(bilan.Elements);
        Assert.Equal(("Arras", 1, 0, 1, 1), (ligne.Nom, ligne.Demandes, ligne.PremierNiveau, ligne.AuDela, ligne.Repondues));
    }

    [Fact]
    public async Task Un_membre_demande_pour_les_siennes_et_ne_lit_que_les_siennes()
    {
        var membre = Agents.Membre(Arras.Id);
        var saisie = new NouvelleDemandeDAssistance(NatureDAssistance.Technique, "Je ne peux plus déposer", null, "Autre");
        await Socle.Le<DemanderAssistance>().ExecuterAsync(membre, Arras.Id, saisie, Annulation);
        await Socle.Le<DemanderAssistance>().ExecuterAsync(Agent, Bethune.Id, saisie, Annulation);

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Socle.Le<DemanderAssistance>().ExecuterAsync(membre, Bethune.Id, saisie, Annulation)
        );
        var siennes = await Socle.Le<LireAssistances>().ExecuterAsync(membre, new Demande(), annulation: Annulation);
        Assert.Equal(["Arras"], siennes.Elements.Select(l => l.Nom));
        Assert.Equal(0, (await Socle.Le<LireAssistances>().ExecuterAsync(membre, new Demande(), Bethune.Id, Annulation)).Total);
    }

    [Fact]
    public async Task Les_visas_citent_les_deliberations_et_l_assurance_dit_si_elle_couvre_aujourd_hui()
    {
        await Socle
            .Le<EnregistrerDeliberation>()
            .ExecuterAsync(
                Agent,
                null,
                0,
                new SaisieDeDeliberation(
                    "2023/21",
                    Jour("2023-05-30"),
                    "Accès à la plateforme",
                    Jour("2023-06-01"),
                    Jour("2023-06-05"),
                    true
                ),
                Annulation
            );
        await Socle
            .Le<EnregistrerAssurance>()
            .ExecuterAsync(
                Agent,
                null,
                0,
                new SaisieDAssurance("Assureur", "P-1", "Archives", Jour("2026-01-01"), Jour("2026-12-31")),
                annulation: Annulation
            );

        var lus = await Socle.Le<LireRegistres>().ExecuterAsync(Agent, annulation: Annulation);

        Assert.Equal(
            "Vu la délibération du conseil d'administration du centre de gestion n° 2023/21 du 30 mai 2023",
            Assert.Single(lus.Deliberations).Visa
        );
        Assert.Equal(Jour("2023-06-05"), lus.Deliberations[0].ExecutoireLe);
        Assert.True(Assert.Single(lus.Assurances).EstEnVigueur);
        Assert.False(lus.AttestationEnVigueur);
    }

    [Fact]
    public async Task Un_registre_de_plus_de_cinquante_lignes_dit_ce_qu_il_ne_montre_pas_et_le_montre()
    {
        await Socle.Base.SemerAsync([
            .. Enumerable
                .Range(1, 52)
                .Select(i =>
                    DeliberationDuCdg.Enregistrer(
                        new SaisieDeDeliberation($"2023/{i:D3}", Jour("2023-05-30"), "Accès", null, null, false),
                        Jour("2026-03-10")
                    )
                ),
        ]);

        var page = Render<PageRegistres>();
        page.WaitForAssertion(() => Assert.Equal(50, page.FindAll("tbody tr").Count));
        await CliquerAsync(page, "Montrer 2 délibérations plus anciennes");
        page.WaitForAssertion(() => Assert.Equal(52, page.FindAll("tbody tr").Count));

        Assert.Contains("2023/001", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("plus anciennes", page.Markup, StringComparison.Ordinal);
    }
}

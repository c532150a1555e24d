using Bunit;
using CdgMarches.App.Marches;
using CdgMarches.App.Parametres;
using CdgMarches.App.Procedures;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Procedures;

/// <summary>Une base sans données de référence, ou une date après la dernière validité : la page le dit et ne devine rien (RG3.02).</summary>
public sealed class InconnusTests : EssaiDePageDeGroupement
{
    private const string OuSaisir = "Administration › Réglages";

    private static CancellationToken Annulation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sans_donnees_de_reference_chaque_page_dit_la_valeur_qui_manque_et_ou_la_saisir()
    {
        var id = await UneProcedureAsync();

        var preparation = Render<PagePreparation>(p => p.Add(x => x.Id, id.Valeur));
        preparation.WaitForElement("[data-test=inconnus]");
        var texte = Texte(preparation, "[data-test=inconnus]");
        Assert.Contains("durée maximale d'un accord-cadre (mois)", texte, StringComparison.Ordinal);
        Assert.Contains("seuils applicables au 10 mars 2026", texte, StringComparison.Ordinal);
        Assert.Contains("réception des plis, ao ouvert", texte, StringComparison.Ordinal);
        Assert.Contains(OuSaisir, texte, StringComparison.Ordinal);

        var calendrier = Render<PageCalendrier>(p => p.Add(x => x.Id, id.Valeur));
        calendrier.WaitForAssertion(() =>
            Assert.Contains(OuSaisir, Texte(calendrier, "[data-test=inconnus]"), StringComparison.Ordinal)
        );
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<LancerProcedure>()
                .ExecuterAsync(Gestionnaire, id, Version(id), Banc.Jour, BancDeProcedure.MotifDeLancement, Annulation)
        );
        Assert.All(refus.Obstacles, o => Assert.Equal("RG3.02", o.Code));
    }

    [Fact]
    public async Task Sans_delai_connu_les_registres_s_ouvrent_et_le_disent()
    {
        var id = await UneProcedureAsync(forme: null);
        await Banc.Le<ConduireProcedure>()
            .ExecuterAsync(
                Gestionnaire,
                id,
                Version(id),
                new ActeDeProcedure.FixeLaLimite(new DateTime(2026, 5, 4, 12, 0, 0), null),
                Annulation
            );

        var page = Render<PageRegistres>(p => p.Add(x => x.Id, id.Valeur));

        page.WaitForAssertion(() =>
            Assert.Contains(
                "réponses aux questions avant la date limite (jours)",
                Texte(page, "[data-test=inconnus]"),
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Une_valeur_retiree_n_empeche_ni_de_lire_un_lot_ni_un_marche_et_la_signature_est_refusee()
    {
        var banc = await BancDeProcedure.CreerAsync(Banc);
        await banc.LancerAsync();
        await banc.OuvrirAsync();
        await banc.AttribuerAsync();
        await OublierLesValeursAsync();

        var page = Render<PageLot>(p => p.Add(x => x.Id, banc.Id.Valeur).Add(x => x.Lot, 1));
        page.WaitForAssertion(() =>
            Assert.Contains(
                "suspension de signature, rejets tous électroniques (jours)",
                Texte(page, "[data-test=inconnus]"),
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain("Aucune suspension ne s'impose", page.Markup, StringComparison.Ordinal);
        banc.Avancer(30);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => banc.SignerAsync(banc.Jour));
        Assert.Equal("RG3.02", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public async Task Un_marche_se_lit_sans_ses_delais_et_ne_se_notifie_pas_sans_le_seuil_de_transmission()
    {
        var banc = await BancDeProcedure.CreerAsync(Banc);
        await banc.LancerAsync();
        await banc.OuvrirAsync();
        await banc.AttribuerAsync();
        banc.Avancer(12);
        var marche = await banc.SignerAsync(banc.Jour);
        await OublierLesValeursAsync();

        var page = Render<PageFicheDeMarche>(p => p.Add(x => x.Id, marche.Valeur));
        page.WaitForAssertion(() =>
            Assert.Contains(
                "transmission au contrôle de légalité après la signature (jours)",
                Texte(page, "[data-test=inconnus]"),
                StringComparison.Ordinal
            )
        );
        Assert.Contains("À décider : le seuil n'est pas connu à cette date", page.Markup, StringComparison.Ordinal);
        var notifier = banc.Le<NotifierMarche>();
        var refus = await Assert.ThrowsAsync<RegleMetierException>(async () =>
            await notifier.NotifierAsync(
                BancDeProcedure.Agent,
                marche,
                await banc.VersionDuMarcheAsync(marche),
                banc.Jour,
                banc.Jour,
                null,
                Annulation
            )
        );
        Assert.All(refus.Obstacles, o => Assert.Equal("RG3.02", o.Code));
        await notifier.TransmettreAsync(
            BancDeProcedure.Agent,
            marche,
            await banc.VersionDuMarcheAsync(marche),
            banc.Jour,
            "AR 62",
            Annulation
        );
        await notifier.NotifierAsync(
            BancDeProcedure.Agent,
            marche,
            await banc.VersionDuMarcheAsync(marche),
            banc.Jour,
            banc.Jour,
            null,
            Annulation
        );
        Assert.Equal(EtatDeMarche.EnExecution, (await banc.MarcheAsync(marche)).Marche.Etat);
    }

    [Fact]
    public async Task Apres_la_derniere_validite_des_seuils_rien_n_est_devine_et_le_lancement_est_refuse()
    {
        var banc = await BancDeProcedure.CreerAsync(Banc);
        banc.Avancer(800);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => banc.LancerAsync());

        Assert.Contains(
            refus.Obstacles,
            o => o.Message.StartsWith("Les seuils applicables au 18 mai 2028", StringComparison.Ordinal)
        );
        var page = Render<PagePreparation>(p => p.Add(x => x.Id, banc.Id.Valeur));
        page.WaitForAssertion(() =>
            Assert.Contains("18 mai 2028", Texte(page, "[data-test=inconnus]"), StringComparison.Ordinal)
        );
    }

    private static Acteur Gestionnaire => BancDeProcedure.Agent;

    private async Task<ProcedureId> UneProcedureAsync(FormeDeProcedure? forme = FormeDeProcedure.AppelDOffresOuvert)
    {
        var id = await Banc.Le<CreerProcedure>()
            .ExecuterAsync(
                Gestionnaire,
                Banc.Groupement,
                "Tiers de télétransmission",
                NatureDAchat.Services,
                Banc.Jour,
                Annulation
            );
        await Banc.Le<ModifierLotsDeProcedure>()
            .ExecuterAsync(
                Gestionnaire,
                id,
                Version(id),
                new ChangementDeLots.Ajoute(
                    new DefinitionDeLotDeProcedure("Actes", Banc.Actes)
                    {
                        Estimation = MontantHt.DEuros(150_000m),
                        Maximum = MontantHt.DEuros(150_000m),
                    }
                ),
                Annulation
            );
        await Banc.Le<ConduireProcedure>()
            .ExecuterAsync(
                Gestionnaire,
                id,
                Version(id),
                new ActeDeProcedure.Choisit(
                    new ChoixDeProcedure
                    {
                        Forme = forme,
                        Contrat = FormeDeContrat.AccordCadre,
                        DureeEnMois = 48,
                    }
                ),
                Annulation
            );
        return id;
    }

    private int Version(ProcedureId id)
    {
        using var contexte = Banc.Socle.Base.Fabrique.CreateDbContext();
        return contexte.Procedures.Where(p => p.Id == id).Select(p => p.Version).Single();
    }

    private async Task OublierLesValeursAsync()
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte.ValeursDatees.ExecuteDeleteAsync(Annulation);
        }

        Banc.Le<LireParametres>().Oublier();
    }
}

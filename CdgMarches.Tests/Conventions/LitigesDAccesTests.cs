using CdgMarches.App.Accueil;
using CdgMarches.App.Conventions;
using CdgMarches.App.Litiges;
using CdgMarches.App.Socle;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Litiges.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using static CdgMarches.Tests.Conventions.Exemples;
using ActePasAVenir = CdgMarches.Domain.Groupements.Regles.ActePasAVenir;

namespace CdgMarches.Tests.Conventions;

/// <summary>Une contestation née de l'exécution d'une convention d'accès : qui la déclare, l'amiable, puis le tribunal (RG1.36).</summary>
public sealed class LitigesDAccesTests : EssaiDePageDeConvention
{
    private static readonly DateOnly Aujourdhui = DateOnly.FromDateTime(HorlogeFigee.Origine.UtcDateTime);

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private DeclarerLitigeDAcces Declarer => Socle.Le<DeclarerLitigeDAcces>();

    private LireLitigesDAcces Lire => Socle.Le<LireLitigesDAcces>();

    [Fact]
    public void Le_tribunal_suit_l_echec_de_l_amiable_et_cite_l_article_6()
    {
        var litige = LitigeDAcces.Declarer(
            EnVigueur(),
            PartieDAcces.Cdg,
            " Contribution impayée. ",
            Aujourdhui.AddDays(-20),
            Aujourdhui
        );
        Assert.Equal("Contribution impayée.", litige.Objet);

        var obstacle = Assert.IsType<TentativeAmiableDAbord>(
            Assert.Single(litige.PeutSaisir(Aujourdhui, "TA", Aujourdhui).Obstacles)
        );
        Assert.Equal(("RG1.36", "Convention d'accès, art. 6"), (obstacle.Code, obstacle.Fondement));
        litige.Concilier(Aujourdhui.AddDays(-10), Aujourdhui.AddDays(-5), IssueAmiable.Accord, "Remise.", Aujourdhui);
        Assert.False(litige.PeutSaisir(Aujourdhui, "TA", Aujourdhui).EstFavorable);
        litige.Concilier(Aujourdhui.AddDays(-10), Aujourdhui.AddDays(-5), IssueAmiable.Echec, "Aucun accord.", Aujourdhui);
        Assert.False(litige.PeutSaisir(Aujourdhui.AddDays(-6), "TA", Aujourdhui).EstFavorable);
        litige.Saisir(Aujourdhui.AddDays(-5), "TA", Aujourdhui);
        var refus = Assert.Throws<RegleMetierException>(() => litige.Concilier(null, null, null, null, Aujourdhui));
        Assert.Contains(refus.Obstacles, o => o is TentativeAvantLaSaisine { Fondement: "Convention d'accès, art. 6" });
        litige.Clore(Aujourdhui);
        Assert.Contains(
            Assert.Throws<RegleMetierException>(() => litige.Clore(Aujourdhui)).Obstacles,
            o => o is LitigeEncoreOuvert { Code: "RG1.36" }
        );
        Assert.Equal(5, litige.Frise.Count(a => a.Le is not null));
    }

    [Fact]
    public void L_amiable_ne_dit_que_ce_qui_change_avec_ce_qu_il_remplace()
    {
        var litige = LitigeDAcces.Declarer(EnVigueur(), PartieDAcces.Cdg, "Grief.", Aujourdhui.AddDays(-20), Aujourdhui);
        var (engagee, close) = (Aujourdhui.AddDays(-10), Aujourdhui.AddDays(-5));

        Assert.Empty(Concilier(null, null, null, " "));
        Assert.Equal(
            ("Tentative amiable : texte ajouté.", null, "Un courrier est parti."),
            Dit(null, null, null, "Un courrier est parti.")
        );
        Assert.StartsWith("Tentative amiable engagée le", Dit(engagee, null, null, null).Libelle, StringComparison.Ordinal);
        Assert.EndsWith(
            ": accord.",
            Dit(engagee, close, IssueAmiable.Accord, "Remise de 10 %.").Libelle,
            StringComparison.Ordinal
        );
        Assert.Empty(Concilier(engagee, close, IssueAmiable.Accord, " Remise de 10 %. "));
        var texte = Dit(engagee, close, IssueAmiable.Accord, "Remise de 20 %.");
        Assert.Equal("Tentative amiable : texte modifié.", texte.Libelle);
        Assert.EndsWith("accord — Remise de 10 %.", texte.Avant, StringComparison.Ordinal);
        Assert.EndsWith("accord — Remise de 20 %.", texte.Apres, StringComparison.Ordinal);
        var echec = Dit(engagee, close, IssueAmiable.Echec, "Aucun accord.");
        Assert.EndsWith(": échec.", echec.Libelle, StringComparison.Ordinal);
        Assert.EndsWith("accord — Remise de 20 %.", echec.Avant, StringComparison.Ordinal);
        Assert.Equal("Tentative amiable : texte effacé.", Rouvrir().Libelle);
        Assert.Equal("Tentative amiable effacée.", Dit(null, null, null, null).Libelle);

        (string Libelle, string? Avant, string? Apres) Rouvrir()
        {
            Assert.StartsWith(
                "Tentative amiable rouverte",
                Dit(engagee, null, null, "On reprend.").Libelle,
                StringComparison.Ordinal
            );
            return Dit(engagee, null, null, null);
        }

        (string Libelle, string? Avant, string? Apres) Dit(DateOnly? le, DateOnly? fin, IssueAmiable? issue, string? enClair)
        {
            var fait = Assert.Single(Concilier(le, fin, issue, enClair));
            return (fait.Libelle, fait.Avant, fait.Apres);
        }

        IReadOnlyList<IEvenementMetier> Concilier(DateOnly? le, DateOnly? fin, IssueAmiable? issue, string? enClair)
        {
            litige.ViderEvenements();
            litige.Concilier(le, fin, issue, enClair, Aujourdhui);
            return litige.ViderEvenements();
        }
    }

    [Fact]
    public void Une_contestation_nait_de_l_execution_et_n_est_ni_a_venir_ni_muette()
    {
        Assert.IsType<ReclamationNeeDeLExecution>(
            Assert.Single(LitigeDAcces.PeutDeclarer(Effet, "Grief.", Effet.AddDays(-1), Aujourdhui).Obstacles)
        );
        Assert.True(LitigeDAcces.PeutDeclarer(Effet, "Grief.", Effet, Aujourdhui).EstFavorable);
        Assert.Equal(
            [typeof(ReclamationNeeDeLExecution), typeof(ActePasAVenir), typeof(TexteRenseigne)],
            LitigeDAcces.PeutDeclarer(null, " ", Aujourdhui.AddDays(1), Aujourdhui).Obstacles.Select(o => o.GetType())
        );
    }

    [Fact]
    public async Task Ce_qu_une_collectivite_declare_est_dit_a_l_agent_en_charge_et_a_nul_autre()
    {
        var charge = await Socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire, "camille@cdg.example");
        await Socle.AvecCompteAsync(Agents.Administrateur, RoleCdg.Gestionnaire, "alix@cdg.example");
        var convention = EnVigueur(Arras.Id);
        convention.Confier(charge.Id);
        await Socle.Base.SemerAsync(convention);

        var id = await Declarer.ExecuterAsync(
            Agents.Membre(Arras.Id),
            convention.Id,
            // A member only claims for its own body, whatever is asked.
            PartieDAcces.Cdg,
            "L'assistance n'a pas été donnée.",
            annulation: Annulation
        );

        await using var contexte = await Socle.OuvrirAsync();
        var litige = await contexte.LitigesDAcces.SingleAsync(Annulation);
        Assert.Equal((id, Arras.Id, PartieDAcces.Collectivite), (litige.Id, litige.Collectivite, litige.Demandeur));
        var avis = await contexte.Notifications.SingleAsync(Annulation);
        Assert.Equal((charge.Id, $"/conventions/litiges/{id.Valeur}"), (avis.Destinataire, avis.Lien));
        var courriel = await contexte.EnvoisDeCourriel.SingleAsync(Annulation);
        Assert.Equal("camille@cdg.example", courriel.Destinataire);
        Assert.Contains("L'assistance n'a pas été donnée.", courriel.Texte, StringComparison.Ordinal);
        Assert.Contains($"/conventions/litiges/{id.Valeur}", courriel.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nul_ne_declare_ni_ne_lit_pour_une_autre_collectivite_et_seul_un_gestionnaire_conduit()
    {
        var (sienne, autre) = (EnVigueur(Arras.Id), EnVigueur(Bethune.Id, numero: 2));
        await Socle.Base.SemerAsync(sienne, autre);
        var membre = Agents.Membre(Arras.Id);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Declarer.ExecuterAsync(membre, autre.Id, PartieDAcces.Collectivite, "Grief.", annulation: Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Declarer.ExecuterAsync(Agents.Lecture, sienne.Id, PartieDAcces.Cdg, "Grief.", annulation: Annulation)
        );
        var chezLAutre = await Declarer.ExecuterAsync(Agent, autre.Id, PartieDAcces.Cdg, "Impayé.", annulation: Annulation);
        var chezElle = await Declarer.ExecuterAsync(Agent, sienne.Id, PartieDAcces.Cdg, "Impayé.", annulation: Annulation);

        Assert.Equal([chezElle], (await Lire.DuMembreAsync(membre, new Demande(), Annulation)).Elements.Select(l => l.Id));
        Assert.Equal([sienne.Id], (await Lire.ContestablesAsync(membre, Aujourdhui, Annulation)).Select(c => c.Id));
        await Assert.ThrowsAsync<DroitManquantException>(() => Lire.FicheAsync(membre, chezLAutre, Annulation));
        Assert.False((await Lire.FicheAsync(Agents.Lecture, chezElle, Annulation))!.PeutGerer);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            ConduireAsync(Agents.Lecture, chezElle, new ChangementDeLitige.Cloture())
        );
        await Assert.ThrowsAsync<DroitManquantException>(() => ConduireAsync(membre, chezElle, new ChangementDeLitige.Cloture()));
        // What the CDG itself declares is told to nobody by e-mail.
        await using var contexte = await Socle.OuvrirAsync();
        Assert.Empty(await contexte.EnvoisDeCourriel.ToListAsync(Annulation));
    }

    [Fact]
    public async Task Un_second_agent_qui_avait_l_ancien_litige_est_refuse()
    {
        var id = await DeclarerPourArrasAsync();
        await ConduireAsync(Agent, id, new ChangementDeLitige.Amiable(Aujourdhui, null, null, null));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            ConduireAsync(Agent, id, new ChangementDeLitige.Cloture(), version: 1)
        );
    }

    [Fact]
    public async Task L_accueil_et_la_liste_comptent_les_litiges_ouverts_et_la_convention_ne_recule_plus_derriere_eux()
    {
        await Socle.Base.SemerAsync(EnVigueur(Bethune.Id, numero: 2));
        var id = await DeclarerPourArrasAsync();
        var filtre = new Demande(Filtres: new Dictionary<string, string> { ["suite"] = LireConventions.LitigesOuverts });

        Assert.Equal(1, await OuvertsAsync());
        var ligne = Assert.Single(
            (await Socle.Le<LireConventions>().ExecuterAsync(Agent, filtre, annulation: Annulation)).Elements
        );
        Assert.Equal(Arras.Id, ligne.Collectivite);
        var fiche = (await Socle.Le<LireFicheConvention>().ExecuterAsync(Agent, ligne.Id, Annulation))!;
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Socle
                .Le<AgirSurConvention>()
                .ExecuterAsync(
                    Agent,
                    ligne.Id,
                    fiche.Version,
                    new GesteDeConvention.Dater(fiche.Actes with { Effet = Aujourdhui.AddDays(1) }, "Erreur."),
                    Annulation
                )
        );
        Assert.Contains(refus.Obstacles, o => o.Message.Contains("le litige déclaré", StringComparison.Ordinal));

        await ConduireAsync(Agent, id, new ChangementDeLitige.Cloture());
        Assert.Equal(0, await OuvertsAsync());
        Assert.Empty((await Socle.Le<LireConventions>().ExecuterAsync(Agent, filtre, annulation: Annulation)).Elements);

        async Task<int> OuvertsAsync() =>
            (
                await Socle
                    .Le<IEnumerable<ISourceATraiter>>()
                    .OfType<ConventionsATraiter>()
                    .Single()
                    .ExecuterAsync(Agent, Annulation)
            )
                .Single(c => c.Titre.StartsWith("Litiges ouverts", StringComparison.Ordinal))
                .Nombre;
    }

    [Fact]
    public async Task A_la_fusion_de_deux_fiches_les_litiges_du_doublon_passent_a_la_fiche_gardee()
    {
        await DeclarerPourArrasAsync();

        await using (var contexte = await Socle.OuvrirAsync())
        {
            await contexte.EnTransactionAsync(
                jeton =>
                    ReferencesDeCollectivite.RepointerAsync(
                        contexte,
                        Arras.Id,
                        Bethune.Id,
                        Socle.Le<IEnumerable<IReferenceDeCollectivite>>(),
                        jeton
                    ),
                Annulation
            );
        }

        var lus = await Lire.DuMembreAsync(Agents.Membre(Bethune.Id), new Demande(), Annulation);
        Assert.Equal("Béthune", Assert.Single(lus.Elements).Membre);
        Assert.Empty((await Lire.DuMembreAsync(Agents.Membre(Arras.Id), new Demande(), Annulation)).Elements);
    }

    private async Task<LitigeDAccesId> DeclarerPourArrasAsync()
    {
        var convention = EnVigueur(Arras.Id);
        await Socle.Base.SemerAsync(convention);
        return await Declarer.ExecuterAsync(Agent, convention.Id, PartieDAcces.Collectivite, "Grief.", annulation: Annulation);
    }

    private async Task ConduireAsync(Acteur acteur, LitigeDAccesId id, ChangementDeLitige changement, int? version = null)
    {
        version ??= (await Lire.FicheAsync(Agent, id, Annulation))!.Litige.Version;
        await Socle.Le<ConduireLitigeDAcces>().ExecuterAsync(acteur, id, version.Value, changement, Annulation);
    }
}

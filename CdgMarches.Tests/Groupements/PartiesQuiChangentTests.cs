using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Des parties qui entrent et sortent pendant un avenant ou un retrait, deux agents à la fois, sur une vraie base.</summary>
public sealed class PartiesQuiChangentTests : EssaiDeConvention
{
    [Fact]
    public async Task Qui_est_sorti_ne_rejette_plus_l_avenant_des_autres_et_rien_n_est_plus_attendu_de_lui()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var arras = Agents.Membre(Banc.Arras.Id);
        Assert.Equal(1, await AFaireAsync());
        await SortirAsync(Banc.Arras, Jour.AddDays(-1));

        var ligne = await LigneAsync(avenant, "Arras");
        Assert.Equal((false, false), (ligne.EstPartie, ligne.Compte));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => RepondreAsync(ligne, empreinte: null));
        Assert.IsType<ReponseDUnePartie>(Assert.Single(refus.Obstacles));
        using (var pdf = Exemples.Pdf())
        {
            var empreinte = (await FicheAsync(avenant)).Avenant.Empreinte;
            refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
                Banc.Le<ApprouverDeSonEspace>()
                    .ExecuterAsync(
                        arras,
                        ligne.Id,
                        ligne.Version,
                        empreinte,
                        Exemples.Deliberee(Jour),
                        pdf,
                        "deliberation.pdf",
                        Annulation
                    )
            );
            Assert.IsType<ReponseDUnePartie>(Assert.Single(refus.Obstacles));
        }

        Assert.Equal(EtatDAvenant.Soumis, (await FicheAsync(avenant)).Avenant.Etat);
        Assert.Equal(0, await AFaireAsync());
        Assert.False((await Banc.Le<LireAvenantsDuMembre>().UnAsync(arras, ligne.Id, Annulation))!.PeutApprouver);

        async Task<int> AFaireAsync() =>
            (
                await Banc.Le<LireAvenantsDuMembre>()
                    .ExecuterAsync(
                        arras,
                        new Demande(
                            Filtres: new Dictionary<string, string>
                            {
                                [LireAvenantsDuMembre.FiltreReponse] = LireAvenantsDuMembre.AApprouver,
                            }
                        ),
                        Annulation
                    )
            ).Total;
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task Le_dernier_jour_d_un_membre_il_repond_encore(int jours, bool permis)
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        await SortirAsync(Banc.Arras, Jour.AddDays(jours));

        var reponse = RepondreAsync(await LigneAsync(avenant, "Arras"), (await FicheAsync(avenant)).Avenant.Empreinte);

        if (permis)
        {
            await reponse;
        }
        else
        {
            await Assert.ThrowsAsync<RegleMetierException>(() => reponse);
        }

        Assert.Equal(permis ? 1 : 0, (await FicheAsync(avenant)).Decompte.Comptees);
    }

    [Fact]
    public async Task Qui_revient_repond_de_nouveau_et_l_unanimite_le_compte_une_fois()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        await RepondreAsync(await LigneAsync(avenant, "Béthune"), (await FicheAsync(avenant)).Avenant.Empreinte);
        await SortirAsync(Banc.Arras, Jour.AddDays(-2));
        await EntrerAsync(Banc.Arras, Jour.AddDays(-1));

        var fiche = await FicheAsync(avenant);

        Assert.Equal((3, 3, 1), (fiche.Decompte.Membres, fiche.Decompte.Requis, fiche.Decompte.Comptees));
        Assert.True((await LigneAsync(avenant, "Arras")).EstPartie);
        await RepondreAsync(await LigneAsync(avenant, "Arras"), fiche.Avenant.Empreinte);
    }

    [Fact]
    public async Task L_empreinte_d_une_version_passee_ne_fait_pas_l_unanimite()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var ancienne = (await FicheAsync(avenant)).Avenant.Empreinte;
        await Banc.Le<ConduireAvenant>().ReviserAsync(Agent, avenant, await VersionAsync(avenant), "Trois ans.", Annulation);
        var courante = (await FicheAsync(avenant)).Avenant.Empreinte;
        await RepondreAsync(await LigneAsync(avenant, "Arras"), courante);
        await RepondreAsync(await LigneAsync(avenant, "Béthune"), courante.ToUpperInvariant());
        await RepondreAsync(await LigneAsync(avenant, "Centre de gestion"), ancienne);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => PrendreEffetAsync());

        Assert.Contains(
            "1 approbation porte sur un autre texte",
            Assert.IsType<AccordsRequis>(Assert.Single(refus.Obstacles)).Message,
            StringComparison.Ordinal
        );
        await RepondreAsync(await LigneAsync(avenant, "Centre de gestion"), courante);
        await PrendreEffetAsync();

        async Task PrendreEffetAsync() =>
            await Banc.Le<ConduireAvenant>().PrendreEffetAsync(Agent, avenant, await VersionAsync(avenant), Jour, Annulation);
    }

    [Fact]
    public async Task Qui_entre_a_un_jour_deja_fixe_est_consulte_et_ne_compte_que_de_ce_jour()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);
        await DonnerEffetAsync(dossier, Jour.AddDays(10), RemisAutrement);

        var avenant = await Banc.SoumettreUnAvenantAsync();

        Assert.Equal((3, 3), await RequisAsync());
        Aller(Jour.AddDays(10));
        Assert.Equal((4, 4), await RequisAsync());
        await RepondreAsync(await LigneAsync(avenant, "Calais"), (await FicheAsync(avenant)).Avenant.Empreinte);
        Assert.Equal(1, (await FicheAsync(avenant)).Decompte.Comptees);

        async Task<(int Membres, int Liste)> RequisAsync() =>
            (
                (await FicheAsync(avenant)).Decompte.Membres,
                (await Banc.Le<LireAvenants>().ExecuterAsync(Agent, Banc.Groupement, new Demande(), Annulation))
                    .Elements.Single()
                    .Membres
            );
    }

    [Fact]
    public async Task La_liste_compte_les_approbations_comme_la_page_de_l_avenant()
    {
        var avenant = await Banc.SoumettreUnAvenantAsync();
        var empreinte = (await FicheAsync(avenant)).Avenant.Empreinte;
        await RepondreAsync(await LigneAsync(avenant, "Béthune"), empreinte);
        await RepondreAsync(await LigneAsync(avenant, "Arras"), empreinte);
        using (var pdf = Exemples.Pdf())
        {
            var cdg = await LigneAsync(avenant, "Centre de gestion");
            await Banc.Le<ApprouverDeSonEspace>()
                .ExecuterAsync(
                    Agents.Membre(Banc.Cdg.Id),
                    cdg.Id,
                    cdg.Version,
                    empreinte,
                    Exemples.Deliberee(Jour.AddDays(-1)),
                    pdf,
                    "deliberation.pdf",
                    Annulation
                );
        }

        await SortirAsync(Banc.Arras, Jour.AddDays(-1));

        var decompte = (await FicheAsync(avenant)).Decompte;
        var liste = await Banc.Le<LireAvenants>().ExecuterAsync(Agent, Banc.Groupement, new Demande(), Annulation);
        var ligne = Assert.Single(liste.Elements);
        Assert.Equal((2, 1, 1), (decompte.Membres, decompte.Comptees, decompte.AConstater));
        Assert.Equal((decompte.Membres, decompte.Comptees), (ligne.Membres, ligne.Approuves));
    }

    [Fact]
    public async Task La_copie_d_une_deliberation_ne_se_remet_pas_avant_qu_elle_soit_adoptee()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var retrait = await SeRetirerAsync(Banc.Arras, Jour.AddDays(60));
        var adoptee = (await RetraitAsync(retrait)).Deliberation.AdopteeLe!.Value;
        var preuve = (
            await Banc.Le<LirePreuves>().ExecuterAsync(Agent, nameof(DossierDeRetrait), retrait.Valeur, new Demande(), Annulation)
        ).Elements[0];

        var refus = await Assert.ThrowsAsync<RefusException>(() => RemettreAsync(adoptee.AddDays(-1)));

        Assert.Contains("n'est adoptée que le", refus.Message, StringComparison.Ordinal);
        await RemettreAsync(adoptee);

        Task RemettreAsync(DateOnly le) => Banc.Le<ConstaterRemise>().ExecuterAsync(Agent, preuve.Id, le, Annulation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Un_retrait_est_incomplet_tant_que_qui_entre_avant_la_sortie_n_a_pas_la_copie(bool entreAvantLeConstat)
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var retrait = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), Jour.AddDays(60), null, []));
        await DeposerLaDeliberationAsync(retrait);
        if (entreAvantLeConstat)
        {
            await EntrerAsync(Banc.Calais, Jour.AddDays(-1));
        }

        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));
        if (!entreAvantLeConstat)
        {
            Assert.Equal(2, await NonInformesAsync());
            await EntrerAsync(Banc.Calais, Jour.AddDays(-1));
        }

        Assert.Equal(3, await NonInformesAsync());
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            1,
            await contexte.PreuvesDInformation.CountAsync(
                p => p.ObjetId == retrait.Valeur && p.Collectivite == Banc.Calais.Id,
                Annulation
            )
        );

        async Task<int> NonInformesAsync() =>
            (await Banc.Le<LireRetraits>().FicheAsync(Agent, Banc.Groupement, retrait, Annulation))!.NonInformes;
    }

    [Fact]
    public async Task Qui_entre_par_un_dossier_recoit_la_copie_des_retraits_a_venir_et_d_aucun_retrait_passe()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        await EntrerAsync(UnAutre, Jour.AddDays(-60));
        var passe = await SeRetirerAsync(UnAutre, Jour.AddDays(-2));
        var avenir = await SeRetirerAsync(Banc.Arras, Jour.AddDays(60));
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);

        await DonnerEffetAsync(dossier, Jour, RemisAutrement);

        await using var contexte = await Banc.OuvrirAsync();
        var recus = await contexte
            .PreuvesDInformation.Where(p => p.Collectivite == Banc.Calais.Id && p.ObjetType == nameof(DossierDeRetrait))
            .Select(p => p.ObjetId)
            .ToListAsync(Annulation);
        Assert.Equal([avenir.Valeur], recus);
        Assert.NotEqual(passe, avenir);
    }

    [Fact]
    public async Task Qui_part_ne_revient_que_le_lendemain_et_sa_deliberation_d_alors_ne_le_fait_pas_repartir()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementPermanent);
        await SortirAsync(Banc.Arras, Jour);
        var jourMeme = await BilanAsync();
        Assert.IsType<PasDejaMembre>(Assert.Single(Assert.Single(jourMeme.Refuses).Obstacles));

        Aller(Jour.AddDays(1));
        var dossier = Assert.Single((await BilanAsync()).Ouverts);
        await CompleterAsync(dossier);
        await DonnerEffetAsync(dossier, Jour.AddDays(1), RemisAutrement);

        await using var contexte = await Banc.OuvrirAsync();
        var adhesions = await contexte
            .Adhesions.Where(a => a.Collectivite == Banc.Arras.Id)
            .OrderBy(a => a.Entree)
            .ToListAsync(Annulation);
        Assert.Equal([Jour, null], adhesions.Select(a => a.Sortie));
        var retrait = await Banc.Le<AnnoncerRetrait>().ExecuterAsync(Agent, adhesions[1].Id, Annulation);
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []))
        );
        Assert.IsType<DeliberationPendantLAdhesion>(Assert.Single(refus.Obstacles));

        Task<BilanDOuverture> BilanAsync() =>
            Banc.Le<OuvrirDossiers>()
                .ExecuterAsync(
                    Agent,
                    new DossiersAOuvrir(
                        Banc.Groupement,
                        [Banc.Arras.Id],
                        OrigineDAdhesion.Demande,
                        null,
                        [Banc.Actes],
                        Prevenir: false
                    )
                );
    }

    [Fact]
    public async Task Deux_agents_a_la_fois_n_ouvrent_qu_un_dossier_et_ne_font_entrer_qu_une_fois()
    {
        var ouvertures = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                        Banc.Le<OuvrirDossiers>()
                            .ExecuterAsync(
                                Agent,
                                new DossiersAOuvrir(
                                    Banc.Groupement,
                                    [Banc.Calais.Id],
                                    OrigineDAdhesion.Invitation,
                                    null,
                                    [Banc.Actes],
                                    Prevenir: false
                                )
                            )
                    )
                )
        );

        var dossier = Assert.Single(ouvertures.SelectMany(o => o.Ouverts));
        Assert.All(ouvertures.SelectMany(o => o.Refuses), r => Assert.IsType<UnSeulDossierOuvert>(Assert.Single(r.Obstacles)));
        await CompleterAsync(dossier);
        var version = (await LireAsync(dossier)).Version;
        var effets = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => TenterAsync(version))));

        Assert.Single(effets, e => e);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(1, await contexte.Adhesions.CountAsync(a => a.Collectivite == Banc.Calais.Id, Annulation));

        async Task<bool> TenterAsync(int lue)
        {
            try
            {
                await Banc.Le<DonnerEffet>().ExecuterAsync(Agent, dossier, lue, Jour, RemisAutrement, Annulation);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
            catch (RegleMetierException refus)
            {
                Assert.IsType<DossierEncoreOuvert>(Assert.Single(refus.Obstacles));
                return false;
            }
        }
    }

    private static readonly Collectivite UnAutre = Exemples.UneCommune("Douai");

    private async Task<DossierDeRetraitId> SeRetirerAsync(Collectivite membre, DateOnly sortie)
    {
        var retrait = await AnnoncerAsync(membre);
        await ConduireAsync(
            retrait,
            new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour.AddDays(-10)), sortie, null, [])
        );
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));
        return retrait;
    }

    private async Task EntrerAsync(Collectivite membre, DateOnly entree)
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            if (!await contexte.Collectivites.AnyAsync(c => c.Id == membre.Id, Annulation))
            {
                await Banc.Socle.Base.SemerAsync(membre);
            }
        }

        await Banc.Le<AdmettreMembres>().ExecuterAsync(Agent, Banc.Groupement, membre.Id, entree, [], "Reprise", Annulation);
    }

    private async Task SortirAsync(Collectivite membre, DateOnly sortie)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var adhesion = await contexte.Adhesions.SingleAsync(
            a => a.Groupement == Banc.Groupement && a.Collectivite == membre.Id,
            Annulation
        );
        adhesion.Sortir(sortie, "Reprise", estCoordonnateur: false);
        await contexte.EnregistrerAsync(Agent, Banc.Socle.Horloge.Instant, Annulation);
    }

    private async Task<LigneDApprobation> LigneAsync(AvenantDeConventionId avenant, string membre) =>
        (await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande(), Annulation)).Elements.Single(l =>
            l.Membre == membre
        );

    private async Task<FicheDAvenant> FicheAsync(AvenantDeConventionId avenant) =>
        (await Banc.Le<LireAvenants>().FicheAsync(Agent, Banc.Groupement, avenant, Annulation))!;
}

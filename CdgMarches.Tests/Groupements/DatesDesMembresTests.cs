using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Retraits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Les jours d'entrée et de sortie obéissent aux mêmes règles, quel que soit l'écran où on les donne.</summary>
public sealed class DatesDesMembresTests : EssaiDeConvention
{
    [Fact]
    public async Task Aucune_adhesion_ne_prend_effet_tant_que_la_convention_n_est_pas_en_vigueur()
    {
        await Banc.OuvrirLaConventionAsync();
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => DonnerEffetAsync(dossier, Jour, RemisAutrement));
        var obstacle = Assert.IsType<AdhesionAUneConventionEnVigueur>(Assert.Single(refus.Obstacles));
        Assert.Contains("il manque la signature", obstacle.Message, StringComparison.Ordinal);
        var lire = Banc.Le<LireDossier>();
        Assert.Null((await lire.ExecuterAsync(Agent, dossier, annulation: Annulation))!.EffetAuPlusTot);

        await Banc.SignerPartoutAsync();
        Assert.Equal(Jour, (await lire.ExecuterAsync(Agent, dossier, annulation: Annulation))!.EffetAuPlusTot);
        var veille = await Assert.ThrowsAsync<RegleMetierException>(() =>
            DonnerEffetAsync(dossier, Jour.AddDays(-1), RemisAutrement)
        );
        Assert.IsType<AdhesionAUneConventionEnVigueur>(Assert.Single(veille.Obstacles));
        await DonnerEffetAsync(dossier, Jour, RemisAutrement);
    }

    [Fact]
    public async Task Au_plus_tot_connait_le_premier_jour_du_groupement()
    {
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);
        var debut = Jour.AddDays(60);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte
                .Groupements.Where(g => g.Id == Banc.Groupement)
                .ExecuteUpdateAsync(s => s.SetProperty(g => g.Debut, debut), Annulation);
        }

        var fiche = (await Banc.Le<LireDossier>().ExecuterAsync(Agent, dossier, Jour, Annulation))!;

        Assert.Equal(debut, fiche.EffetAuPlusTot);
        Assert.IsType<EntreePendantLeGroupement>(Assert.Single(fiche.PeutPrendreEffet.Obstacles));
    }

    [Fact]
    public async Task Une_entree_nee_d_un_dossier_se_corrige_selon_ses_actes_sur_motif_et_le_dossier_suit()
    {
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);
        await DonnerEffetAsync(dossier, Jour, RemisAutrement);

        var avant = await Assert.ThrowsAsync<RegleMetierException>(() => CorrigerAsync(Jour.AddDays(-30), "Reprise"));
        Assert.IsType<EffetApresLesActes>(Assert.Single(avant.Obstacles));
        Assert.True((await Assert.ThrowsAsync<RegleMetierException>(() => CorrigerAsync(Jour.AddDays(-1), null))).MotifAttendu);

        await CorrigerAsync(Jour.AddDays(-1), "Erreur de saisie");

        Assert.Equal(Jour.AddDays(-1), (await Banc.AdhesionDeAsync(Banc.Calais)).Entree);
        Assert.Equal(Jour.AddDays(-1), (await LireAsync(dossier)).EffetLe);
        await using var contexte = await Banc.OuvrirAsync();
        Assert.Equal(
            2,
            await contexte.Journal.CountAsync(
                l => l.Motif == "Erreur de saisie" && l.Collectivite == Banc.Calais.Id.Valeur,
                Annulation
            )
        );
    }

    [Fact]
    public async Task Une_entree_ne_se_corrige_pas_hors_de_la_fenetre()
    {
        await Banc.Le<OuvrirFenetre>().ExecuterAsync(Agent, Banc.Groupement, "2027", Jour, Jour.AddDays(20), Annulation);
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);
        await DonnerEffetAsync(dossier, Jour, RemisAutrement);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => CorrigerAsync(Jour.AddDays(-1), "Reprise"));

        Assert.IsType<EffetDansLaFenetre>(Assert.Single(refus.Obstacles));
        Assert.Equal(Jour, (await LireAsync(dossier)).EffetLe);
    }

    [Fact]
    public async Task Une_sortie_directe_laisse_un_groupement_et_ne_double_pas_un_dossier_ouvert()
    {
        await SortirAsync(Banc.Bethune, Jour.AddDays(-1));
        var dernier = await Assert.ThrowsAsync<RegleMetierException>(() => SortirAsync(Banc.Arras, Jour.AddDays(-1)));
        Assert.IsType<ResteUnGroupement>(Assert.Single(dernier.Obstacles));

        await AdmettreAsync(Jour.AddDays(-1));
        await AnnoncerAsync(Banc.Arras);
        var double_ = await Assert.ThrowsAsync<RegleMetierException>(() => SortirAsync(Banc.Arras, Jour.AddDays(-1)));

        Assert.IsType<SortieParLeDossierOuvert>(Assert.Single(double_.Obstacles));
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Arras)).Sortie);
    }

    [Fact]
    public async Task Le_dossier_de_retrait_constate_suit_la_sortie_que_l_on_rectifie()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var retrait = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), Jour.AddDays(30), null, []));
        await DeposerLaDeliberationAsync(retrait);
        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        var tot = await Assert.ThrowsAsync<RegleMetierException>(() => SortirAsync(Banc.Arras, Jour.AddDays(-1)));
        Assert.IsType<SortieApresDeliberation>(Assert.Single(tot.Obstacles));
        await SortirAsync(Banc.Arras, Jour.AddDays(31));
        Assert.Equal(Jour.AddDays(31), (await RetraitAsync(retrait)).SortieLe);

        await SortirAsync(Banc.Arras, null);
        Assert.Equal(EtatDeRetrait.Abandonne, (await RetraitAsync(retrait)).Etat);
    }

    [Fact]
    public async Task Au_preavis_la_copie_ne_part_pas_a_chaque_membre()
    {
        var retrait = await AnnoncerAsync(Banc.Arras);
        await ConduireAsync(retrait, new ChangementDeRetrait.Information(Jour, Exemples.Recepisse));
        await ConduireAsync(retrait, new ChangementDeRetrait.Deliberation(Exemples.Executoire(Jour), null, null, []));
        await DeposerLaDeliberationAsync(retrait);

        await ConduireAsync(retrait, new ChangementDeRetrait.Constat(null));

        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.PreuvesDInformation.AnyAsync(p => p.ObjetId == retrait.Valeur, Annulation));
    }

    [Fact]
    public async Task On_ne_lance_pas_le_jour_ou_une_adhesion_prend_effet_ni_avant_elle()
    {
        var id = await ProcedurePreteAsync();
        await AdmettreAsync(Jour.AddDays(-2));
        await EntreeLeAsync(Jour.AddDays(1));

        var avant = await Assert.ThrowsAsync<RegleMetierException>(() => LancerAsync(id));
        var obstacle = Assert.IsType<AucuneEntreeDansLaConsultation>(Assert.Single(avant.Obstacles));
        Assert.Contains("Calais (11 mars 2026)", obstacle.Message, StringComparison.Ordinal);
        await EntreeLeAsync(Jour);
        Assert.IsType<AucuneEntreeDansLaConsultation>(
            Assert.Single((await Assert.ThrowsAsync<RegleMetierException>(() => LancerAsync(id))).Obstacles)
        );

        await CorrigerAsync(Jour.AddDays(-1), "Erreur de saisie");
        await LancerAsync(id);

        // As a file of membership would have it: no entry to come is typed here.
        async Task EntreeLeAsync(DateOnly entree)
        {
            await using var contexte = await Banc.OuvrirAsync();
            await contexte
                .Adhesions.Where(a => a.Collectivite == Banc.Calais.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.Entree, entree), Annulation);
        }
    }

    [Fact]
    public async Task Une_fenetre_ecourtee_n_en_bloque_pas_une_autre_mais_la_consultation_en_cours_si()
    {
        var ouvrir = Banc.Le<OuvrirFenetre>();
        await ouvrir.ExecuterAsync(Agent, Banc.Groupement, "2026", Jour.AddDays(-5), Jour.AddDays(60), Annulation);
        var id = await ProcedurePreteAsync();
        await LancerAsync(id);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => SuivanteAsync());
        var obstacle = Assert.IsType<FenetreHorsConsultation>(Assert.Single(refus.Obstacles));
        Assert.Contains("est en cours depuis le 10 mars 2026", obstacle.Message, StringComparison.Ordinal);

        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte
                .Procedures.Where(p => p.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.TermineeLe, Jour.AddDays(1)), Annulation);
        }

        await SuivanteAsync();

        Task SuivanteAsync() =>
            ouvrir.ExecuterAsync(Agent, Banc.Groupement, "2027", Jour.AddDays(2), Jour.AddDays(30), Annulation);
    }

    [Fact]
    public async Task Un_coordonnateur_non_membre_est_refuse_des_la_preparation_de_l_avenant()
    {
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<PreparerAvenant>()
                .ExecuterAsync(
                    Agent,
                    Banc.Groupement,
                    new NouvelAvenant(GenreDAvenant.Coordonnateur, "Calais coordonne", "", "Texte.", Banc.Calais.Id, null),
                    Annulation
                )
        );
        Assert.IsType<CoordonnateurMembre>(Assert.Single(refus.Obstacles));

        // Membre à la préparation, sorti à la soumission.
        var avenant = await Banc.Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Coordonnateur, "Arras coordonne", "", "Texte.", Banc.Arras.Id, null),
                Annulation
            );
        await SortirAsync(Banc.Arras, Jour.AddDays(-1));
        var version = await VersionAsync(avenant);
        var soumission = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, version, Annulation)
        );
        Assert.IsType<CoordonnateurMembre>(Assert.Single(soumission.Obstacles));
    }

    private Task AdmettreAsync(DateOnly entree) =>
        Banc.Le<AdmettreMembres>()
            .ExecuterAsync(Agent, Banc.Groupement, Banc.Calais.Id, entree, [], "Reprise de 2024", Annulation);

    private async Task CorrigerAsync(DateOnly entree, string? motif)
    {
        var calais = await Banc.AdhesionDeAsync(Banc.Calais);
        await Banc.Le<CorrigerEntree>().ExecuterAsync(Agent, calais.Id, calais.Version, entree, motif, Annulation);
    }

    private async Task SortirAsync(Domain.Collectivites.Collectivite membre, DateOnly? sortie)
    {
        var adhesion = await Banc.AdhesionDeAsync(membre);
        await Banc.Le<FixerSortie>().ExecuterAsync(Agent, adhesion.Id, adhesion.Version, sortie, "Reprise", Annulation);
    }
}

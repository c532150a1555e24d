using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Groupements.Constitution;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Dès que la convention est en vigueur, on entre par un dossier d'adhésion et l'on sort par un dossier de retrait.</summary>
public sealed class GardesDesMembresTests : EssaiDeConvention
{
    [Fact]
    public async Task La_convention_en_vigueur_ferme_l_entree_et_la_sortie_directes_meme_en_preparation()
    {
        await EnVigueurEnPreparationAsync();

        var entree = await Assert.ThrowsAsync<RegleMetierException>(() => AdmettreAsync(Jour, "Ajout"));
        Assert.False(entree.MotifAttendu);
        Assert.Contains("dossier d'adhésion", Assert.IsType<EntreeParUnDossier>(Assert.Single(entree.Obstacles)).Message);

        var sortie = await Assert.ThrowsAsync<RegleMetierException>(() => SortirAsync(Banc.Arras, Jour.AddDays(30), "parti"));
        Assert.False(sortie.MotifAttendu);
        Assert.Contains("dossier de retrait", Assert.IsType<SortieParUnRetrait>(Assert.Single(sortie.Obstacles)).Message);
        Assert.Null((await Banc.AdhesionDeAsync(Banc.Arras)).Sortie);
    }

    [Fact]
    public async Task Un_motif_n_enregistre_que_le_passe_jamais_une_entree_ou_une_sortie_a_venir()
    {
        foreach (var jour in new[] { Jour, Jour.AddDays(1) })
        {
            var entree = await Assert.ThrowsAsync<RegleMetierException>(() => AdmettreAsync(jour, "Reprise"));
            Assert.IsType<EntreeParUnDossier>(Assert.Single(entree.Obstacles));
            var sortie = await Assert.ThrowsAsync<RegleMetierException>(() => SortirAsync(Banc.Arras, jour, "Reprise"));
            Assert.IsType<SortieParUnRetrait>(Assert.Single(sortie.Obstacles));
        }

        Assert.True((await Assert.ThrowsAsync<RegleMetierException>(() => AdmettreAsync(Jour.AddDays(-1), null))).MotifAttendu);
        await AdmettreAsync(Jour.AddDays(-1), "Reprise");
        await SortirAsync(Banc.Arras, Jour.AddDays(-1), "Reprise");

        var report = await Assert.ThrowsAsync<RegleMetierException>(() => CorrigerAsync(Banc.Calais, Jour.AddDays(5), "Erreur"));
        Assert.IsType<EntreeDejaConstatee>(Assert.Single(report.Obstacles));
        await CorrigerAsync(Banc.Calais, Jour.AddDays(-2), "Erreur");
    }

    [Fact]
    public async Task Qui_a_un_dossier_ouvert_n_entre_que_par_lui()
    {
        await OuvrirAsync(Banc.Calais, Banc.Actes);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => AdmettreAsync(Jour.AddDays(-1), "Reprise"));

        Assert.Contains(
            "Calais a un dossier d'adhésion ouvert depuis le 10 mars 2026",
            Assert.Single(refus.Obstacles).Message,
            StringComparison.Ordinal
        );
        Assert.False(await MembreAsync(Banc.Calais, Jour));
    }

    [Fact]
    public async Task Un_fondateur_n_est_membre_que_le_jour_ou_la_convention_entre_en_vigueur()
    {
        await EnVigueurEnPreparationAsync();

        Assert.Equal(Jour, (await Banc.AdhesionDeAsync(Banc.Arras)).Entree);
        Assert.All((await Banc.AdhesionDeAsync(Banc.Arras)).Choix, c => Assert.Equal(Jour, c.Du));
        Assert.False(await MembreAsync(Banc.Arras, Jour.AddDays(-1)));
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => CorrigerAsync(Banc.Arras, Jour.AddDays(-5), "Erreur"));
        Assert.Contains(
            "n'entre en vigueur que le 10 mars 2026",
            Assert.IsType<AdhesionAUneConventionEnVigueur>(Assert.Single(refus.Obstacles)).Message,
            StringComparison.Ordinal
        );

        await Banc.ModifierLaConventionAsync(new ChangementDeConvention.Formalites(Jour.AddDays(-5), Jour.AddDays(-2)));
        Assert.Equal(Jour.AddDays(-2), (await Banc.AdhesionDeAsync(Banc.Arras)).Entree);
    }

    [Fact]
    public async Task Un_groupement_deja_ouvert_garde_l_entree_de_ses_membres_quand_on_y_saisit_la_convention()
    {
        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();

        Assert.Equal(Exemples.Debut, (await Banc.AdhesionDeAsync(Banc.Arras)).Entree);
    }

    [Fact]
    public async Task Ni_comite_ni_tache_ni_coordination_avant_le_jour_de_l_entree()
    {
        await Banc.OuvrirLaConventionAsync();
        var groupement = await GroupementAsync();
        await Banc.Socle.Base.SemerAsync(Exemples.UneAdhesion(groupement, Banc.Calais.Id, Jour.AddDays(20)));

        var comite = await Assert.ThrowsAsync<RegleMetierException>(() => DesignerAsync(Jour));
        Assert.IsType<DesignationParUnMembre>(Assert.Single(comite.Obstacles));
        await DesignerAsync(Jour.AddDays(20));
        var tache = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.ModifierLaConventionAsync(new ChangementDeConvention.TacheAuMembre(1, Banc.Calais.Id))
        );
        Assert.IsType<TacheConfieeAUnMembre>(Assert.Single(tache.Obstacles));
        var fiche = await Banc.FicheAsync();
        var coordination = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<ModifierGroupement>()
                .ExecuterAsync(
                    Agent,
                    fiche.Id,
                    fiche.Version,
                    new IdentiteDeGroupement(
                        fiche.Identite.Nom,
                        fiche.Identite.Objet,
                        Banc.Calais.Id,
                        fiche.Identite.Debut,
                        estPermanent: true
                    ),
                    null,
                    null,
                    Annulation
                )
        );
        Assert.IsType<CoordonnateurMembre>(Assert.Single(coordination.Obstacles));
    }

    [Fact]
    public async Task Le_coordonnateur_que_nomme_un_avenant_est_membre_a_la_preparation_et_au_jour_de_l_effet()
    {
        var groupement = await GroupementAsync();
        await Banc.Socle.Base.SemerAsync(Exemples.UneAdhesion(groupement, Banc.Calais.Id, Jour.AddDays(20)));
        var aVenir = await Assert.ThrowsAsync<RegleMetierException>(() => PreparerAsync(Banc.Calais));
        Assert.IsType<CoordonnateurMembre>(Assert.Single(aVenir.Obstacles));

        var avenant = await PreparerAsync(Banc.Arras);
        await Banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, await VersionAsync(avenant), Annulation);
        await ApprouverParTousAsync(avenant);
        Aller(Jour.AddDays(10));
        await SortirAsync(Banc.Arras, Jour.AddDays(3), "Reprise");
        var version = await VersionAsync(avenant);

        // Signed after Arras left: on the day it takes effect nobody would coordinate.
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<ConduireAvenant>().PrendreEffetAsync(Agent, avenant, version, Jour.AddDays(5), Annulation)
        );
        Assert.IsType<CoordonnateurMembre>(Assert.Single(refus.Obstacles));
        // Signed the day before it leaves, it would coordinate for a day.
        refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<ConduireAvenant>().PrendreEffetAsync(Agent, avenant, version, Jour.AddDays(2), Annulation)
        );
        Assert.IsType<CoordonnateurQuiDemeure>(Assert.Single(refus.Obstacles));

        Task<AvenantDeConventionId> PreparerAsync(Collectivite coordonnateur) =>
            Banc.Le<PreparerAvenant>()
                .ExecuterAsync(
                    Agent,
                    Banc.Groupement,
                    new NouvelAvenant(
                        GenreDAvenant.Coordonnateur,
                        $"{coordonnateur.Nom} coordonne",
                        "",
                        "Texte.",
                        coordonnateur.Id,
                        null
                    ),
                    Annulation
                );
    }

    private async Task EnVigueurEnPreparationAsync()
    {
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte
                .Groupements.Where(g => g.Id == Banc.Groupement)
                .ExecuteUpdateAsync(s => s.SetProperty(g => g.Etat, EtatDuGroupement.EnPreparation), Annulation);
        }

        await Banc.OuvrirLaConventionAsync();
        await Banc.SignerPartoutAsync();
    }

    private async Task<Groupement> GroupementAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == Banc.Groupement, Annulation);
    }

    private async Task<bool> MembreAsync(Collectivite collectivite, DateOnly jour)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return (await contexte.Adhesions.Where(a => a.Collectivite == collectivite.Id).ToListAsync(Annulation)).Exists(a =>
            a.EstEnVigueur(jour)
        );
    }

    private Task DesignerAsync(DateOnly du) =>
        Banc.ModifierLaConventionAsync(
            new ChangementDeConvention.NouvelleDesignation(Banc.Calais.Id, "Ana Duhamel", null, "Le maire", du)
        );

    private Task AdmettreAsync(DateOnly entree, string? motif) =>
        Banc.Le<AdmettreMembres>().ExecuterAsync(Agent, Banc.Groupement, Banc.Calais.Id, entree, [], motif, Annulation);

    private async Task CorrigerAsync(Collectivite membre, DateOnly entree, string? motif)
    {
        var adhesion = await Banc.AdhesionDeAsync(membre);
        await Banc.Le<CorrigerEntree>().ExecuterAsync(Agent, adhesion.Id, adhesion.Version, entree, motif, Annulation);
    }

    private async Task SortirAsync(Collectivite membre, DateOnly? sortie, string? motif)
    {
        var adhesion = await Banc.AdhesionDeAsync(membre);
        await Banc.Le<FixerSortie>().ExecuterAsync(Agent, adhesion.Id, adhesion.Version, sortie, motif, Annulation);
    }
}

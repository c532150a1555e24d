using CdgMarches.App.Groupements;
using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.App.Groupements.Avenants;
using CdgMarches.App.Socle;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>Ce qu'une collectivité invitée reçoit et peut faire, et les jours que ses actes et son effet peuvent porter.</summary>
public sealed class SuitesDesAdhesionsTests : EssaiDeConvention
{
    [Fact]
    public async Task L_invitation_et_la_relance_sont_parmi_ce_que_la_collectivite_a_recu()
    {
        await EcrireACalaisAsync();
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await Banc.Le<RelancerDossiers>().ExecuterAsync(Agent, Banc.Groupement, [dossier], Annulation);

        var recues = await RecuesAsync(dossier);

        Assert.Equal(2, recues.Count);
        Assert.StartsWith("Invitation à rejoindre", recues[0].Libelle, StringComparison.Ordinal);
        Assert.Equal(EtatDEnvoi.EnFile, recues[0].Courriel);
        Assert.StartsWith("Votre adhésion à", recues[1].Libelle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_invitation_gardee_au_groupement_avant_ce_classement_se_lit_aussi_au_dossier()
    {
        await EcrireACalaisAsync();
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await using (var contexte = await Banc.OuvrirAsync())
        {
            await contexte.PreuvesDInformation.ExecuteUpdateAsync(
                p => p.SetProperty(x => x.ObjetType, nameof(Groupement)).SetProperty(x => x.ObjetId, Banc.Groupement.Valeur),
                Annulation
            );
        }

        Assert.StartsWith("Invitation", Assert.Single(await RecuesAsync(dossier)).Libelle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hors_de_toute_fenetre_aucun_jour_d_effet_n_est_annonce()
    {
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);
        await OuvrirLaFenetreAsync(-40, -20);

        Assert.Null((await FicheAsync(dossier)).EffetAuPlusTot);
    }

    [Fact]
    public async Task L_effet_au_plus_tot_est_le_premier_jour_de_la_fenetre_suivante_et_la_regle_le_permet()
    {
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await CompleterAsync(dossier);
        await OuvrirLaFenetreAsync(-40, -20);
        await OuvrirLaFenetreAsync(30, 60);

        var fiche = await FicheAsync(dossier);

        Assert.Equal(Jour.AddDays(30), fiche.EffetAuPlusTot);
        Assert.Empty(fiche.PeutPrendreEffet.Obstacles);
    }

    [Fact]
    public async Task Aucun_acte_d_une_adhesion_par_avenant_ne_precede_le_texte_soumis()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await ChangerAsync(dossier, new ChangementDeDossier.Deliberation(Exemples.Executoire(Jour.AddDays(-8))));

        Assert.Contains("n'est pas encore soumis", await RefusAsync(dossier, Jour), StringComparison.Ordinal);

        var avenant = await Banc.Le<PreparerAvenant>()
            .ExecuterAsync(
                Agent,
                Banc.Groupement,
                new NouvelAvenant(GenreDAvenant.Adhesion, "Adhésion de Calais", "", "Calais adhère.", Banc.Calais.Id, dossier),
                Annulation
            );
        Assert.Contains("n'est pas encore soumis", await RefusAsync(dossier, Jour), StringComparison.Ordinal);

        await Banc.Le<ConduireAvenant>().SoumettreAsync(Agent, avenant, await VersionAsync(avenant), Annulation);
        Assert.Contains("avant le texte de l'avenant", await RefusAsync(dossier, Jour.AddDays(-1)), StringComparison.Ordinal);
        await ChangerAsync(dossier, new ChangementDeDossier.Formalites(new(Jour, Jour, Jour, null, Jour)));
        Assert.Equal(Jour, (await LireAsync(dossier)).SigneeParLeMembreLe);
    }

    [Fact]
    public async Task Un_avenant_rejete_ne_se_signe_plus()
    {
        await PasserAuProfilAsync(ProfilDeConvention.GroupementDedie);
        var dossier = await OuvrirAsync(Banc.Calais, Banc.Actes);
        await ChangerAsync(dossier, new ChangementDeDossier.Deliberation(Exemples.Executoire(Jour.AddDays(-8))));
        var avenant = await SoumettreLAdhesionAsync(dossier, Jour);
        var reponse = (await Banc.Le<LireAvenants>().ApprobationsAsync(Agent, avenant, new Demande())).Elements[0];
        await RepondreAsync(reponse, empreinte: null);

        Assert.Contains("rejeté le", await RefusAsync(dossier, Jour), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qui_n_a_pas_de_compte_recoit_un_lien_personnel_et_qui_en_a_un_va_a_son_espace()
    {
        await EcrireACalaisAsync();
        await OuvrirAsync(Banc.Calais, Banc.Actes);
        Assert.Contains("/adhesion/invitation/", await CourrielAsync("mairie@calais.example"), StringComparison.Ordinal);

        var lens = Exemples.UneCommune("Lens");
        await Banc.Socle.Base.SemerAsync(lens);
        await new ComptesDEssai(Banc.Socle.Base, Banc.Socle.Horloge).MembreAsync(lens.Id, courriel: "referent@lens.example");
        var dossier = await OuvrirAsync(lens, Banc.Actes);
        var texte = await CourrielAsync("referent@lens.example");
        Assert.Contains($"/espace/adhesions/{dossier.Valeur}", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("/adhesion/invitation/", texte, StringComparison.Ordinal);
    }

    private async Task<string> CourrielAsync(string adresse)
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.EnvoisDeCourriel.Where(e => e.Destinataire == adresse).Select(e => e.Texte).SingleAsync(Annulation);
    }

    private async Task<string> RefusAsync(DossierDAdhesionId dossier, DateOnly le)
    {
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            ChangerAsync(dossier, new ChangementDeDossier.Formalites(new(le, le, le, null, le)))
        );
        var obstacle = Assert.Single(refus.Obstacles);
        Assert.Equal(("RG1.20", "Convention constitutive, art. 6.3"), (obstacle.Code, obstacle.Fondement));
        return obstacle.Message;
    }

    private async Task<IReadOnlyList<LigneDePreuve>> RecuesAsync(DossierDAdhesionId dossier) =>
        (
            await Banc.Le<LirePreuves>().ExecuterAsync(Agent, nameof(DossierDAdhesion), dossier.Valeur, new Demande(), Annulation)
        ).Elements;

    private async Task<FicheDeDossier> FicheAsync(DossierDAdhesionId dossier) =>
        (await Banc.Le<LireDossier>().ExecuterAsync(Agent, dossier, annulation: Annulation))!;

    private Task OuvrirLaFenetreAsync(int du, int au) =>
        Banc.Le<OuvrirFenetre>()
            .ExecuterAsync(Agent, Banc.Groupement, $"Fenêtre {du}", Jour.AddDays(du), Jour.AddDays(au), Annulation);
}

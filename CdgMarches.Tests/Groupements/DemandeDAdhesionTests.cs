using CdgMarches.App.Groupements.Adhesions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Groupements;

/// <summary>La demande d'une collectivité elle-même nomme une prestation au moins, jugée avant que le dossier ne s'ouvre (RG1.10).</summary>
public sealed class DemandeDAdhesionTests : EssaiDeConvention
{
    private static readonly PrestationId Actes = PrestationId.Nouveau();
    private static readonly DateOnly LeJour = new(2026, 3, 10);
    private static readonly FenetreFaits Close = new(true, null);

    [Fact]
    public void Une_prestation_proposee_au_moins_est_attendue_de_la_demande()
    {
        var demande = Demande(FenetreFaits.Aucune, Actes);

        Assert.IsType<AuMoinsUnChoix>(Assert.Single(demande.PeutDemander([]).Obstacles));
        Assert.IsType<AuMoinsUnChoix>(Assert.Single(demande.PeutDemander([PrestationId.Nouveau()]).Obstacles));
        Assert.True(demande.PeutDemander([Actes]).EstFavorable);
    }

    [Fact]
    public void Sans_prestation_proposee_ou_hors_fenetre_le_choix_est_remis()
    {
        Assert.True(Demande(FenetreFaits.Aucune).PeutDemander([]).EstFavorable);
        var close = Demande(Close, Actes);
        Assert.True(close.PeutDemander([]).EstFavorable);
        Assert.False(close.ChoixAFaire);
        Assert.IsType<ChoixDansUneFenetre>(Assert.Single(close.PeutChoisir.Obstacles));
    }

    [Fact]
    public void Tous_les_obstacles_de_la_demande_sont_dits_a_la_fois()
    {
        var faits = new FaitsDOuverture(EtatDuGroupement.Clos, "Arras", new Periode(LeJour), LeJour);

        var verdict = new DemandeDAdhesion(faits, FenetreFaits.Aucune, [Actes], LeJour).PeutDemander([]);

        Assert.Equal(
            [nameof(GroupementNonClos), nameof(PasDejaMembre), nameof(UnSeulDossierOuvert), nameof(AuMoinsUnChoix)],
            verdict.Obstacles.Select(o => o.GetType().Name)
        );
    }

    [Fact]
    public async Task De_son_espace_une_demande_vide_n_ouvre_aucun_dossier()
    {
        var calais = Agents.Membre(Banc.Calais.Id);

        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<DemanderDeSonEspace>().ExecuterAsync(calais, Banc.Groupement, Banc.Calais.Id, [], Annulation)
        );

        Assert.IsType<AuMoinsUnChoix>(Assert.Single(refus.Obstacles));
        await using var contexte = await Banc.OuvrirAsync();
        Assert.False(await contexte.DossiersDAdhesion.AnyAsync(Annulation));
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Banc.Le<DemanderDeSonEspace>().ExaminerAsync(calais, Banc.Groupement, Banc.Arras.Id, Annulation)
        );
    }

    private static DemandeDAdhesion Demande(FenetreFaits fenetre, params PrestationId[] proposees) =>
        new(new FaitsDOuverture(EtatDuGroupement.Ouvert, "Arras", null, null), fenetre, proposees, LeJour);
}

using CdgMarches.App.Commissions;
using CdgMarches.App.Parametres;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

/// <summary>La compétence de la commission et les offres d'un point, déduites des vraies procédures et des vrais marchés.</summary>
public sealed class CompetenceTests : IAsyncLifetime
{
    private static readonly DateOnly Jour = new(2026, 9, 15);
    private BancDesGroupements _groupements = null!;
    private BancDeProcedure _procedures = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _groupements = await BancDesGroupements.CreerAsync();
        _procedures = await BancDeProcedure.CreerAsync(_groupements);
    }

    public ValueTask DisposeAsync() => _groupements.DisposeAsync();

    [Theory]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, ProcedureApplicable.Formalisee, false, NatureDuPoint.ChoixDuTitulaire)]
    [InlineData(FormeDeProcedure.DialogueCompetitif, null, false, NatureDuPoint.ChoixDuTitulaire)]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, ProcedureApplicable.AdapteeAvecAvis, false, NatureDuPoint.ChoixDuTitulaire)]
    [InlineData(FormeDeProcedure.AppelDOffresOuvert, ProcedureApplicable.Formalisee, true, NatureDuPoint.ChoixDuTitulaire)]
    [InlineData(FormeDeProcedure.Adaptee, ProcedureApplicable.AdapteeAvecAvis, false, NatureDuPoint.AvisSimple)]
    [InlineData(FormeDeProcedure.SansPublicite, ProcedureApplicable.DispensePossible, false, NatureDuPoint.AvisSimple)]
    [InlineData(null, ProcedureApplicable.Formalisee, false, NatureDuPoint.ChoixDuTitulaire)]
    [InlineData(null, ProcedureApplicable.AdapteePubliciteLibre, false, NatureDuPoint.AvisSimple)]
    [InlineData(null, null, false, null)]
    public void La_forme_les_seuils_et_le_lot_disent_si_la_commission_decide(
        FormeDeProcedure? forme,
        ProcedureApplicable? seuils,
        bool petitLot,
        NatureDuPoint? attendue
    )
    {
        var proposee = seuils is { } s
            ? new ProcedureProposee(s, NatureDAchat.Services, MontantHt.DEuros(100_000m), Jour, [])
            : null;
        var competence = CompetenceDeLaCommission.De(new ConsultationSoumise(forme, proposee, petitLot));
        Assert.Equal(attendue, competence?.Nature);
        Assert.Equal(
            attendue is NatureDuPoint.AvisSimple,
            competence?.Explication.Contains("n'est pas compétente", StringComparison.Ordinal) ?? false
        );
    }

    [Theory]
    [InlineData("2500.00", "2500.00", NatureDuPoint.AvisSimple)]
    [InlineData("2500.00", "2500.01", NatureDuPoint.AvisSurAvenant)]
    [InlineData("0", "5000.01", NatureDuPoint.AvisSurAvenant)]
    [InlineData("9000", "-100", NatureDuPoint.AvisSimple)]
    public void Un_avenant_est_soumis_des_que_le_cumul_depasse_strictement_la_part(
        string anterieur,
        string projet,
        NatureDuPoint attendue
    )
    {
        var calcul = new CalculDAvenant(MontantHt.DEuros(100_000m), [Euros(anterieur)], Euros(projet));
        Assert.Equal(attendue, CompetenceDeLaCommission.PourUnAvenant(calcul, marcheSoumis: true, 5m).Nature);
        Assert.Equal(NatureDuPoint.AvisSimple, CompetenceDeLaCommission.PourUnAvenant(calcul, marcheSoumis: false, 5m).Nature);
    }

    [Fact]
    public async Task Le_point_d_un_lot_propose_la_competence_et_reprend_le_classement_note()
    {
        await _procedures.LancerAsync();
        await _procedures.OuvrirAsync();
        await _procedures.AnalyserAsync(
            new ActeDAnalyse.FixeLesCriteres([("Prix", 60m), ("Technique", 40m)]),
            new ActeDAnalyse.ReprendLesPlis()
        );
        var id = await SeanceAsync();
        await AjouterAsync(id, Point(NatureDuPoint.ChoixDuTitulaire));
        var sansNote = await LireAsync(id);
        Assert.Equal(2, sansNote.Offres.Count);
        Assert.All(sansNote.Offres, o => Assert.Null(o.Rang));
        Assert.Contains("Appel d'offres ouvert", sansNote.Points[0].Competence, StringComparison.Ordinal);

        await _procedures.AnalyserAsync(
            new ActeDAnalyse.CorrigeLeMontant(1, MontantHt.DEuros(120_000m)),
            new ActeDAnalyse.Note(1, 1, 7m),
            new ActeDAnalyse.Note(1, 2, 8m),
            new ActeDAnalyse.Note(2, 1, 9m),
            new ActeDAnalyse.Note(2, 2, 8.5m)
        );
        await Modifier()
            .ExecuterAsync(Agent, id, (await LireAsync(id)).Version, new ChangementDOrdreDuJour.OffresReprises(1), Annulation);
        var offres = (await LireAsync(id)).Offres.OrderBy(o => o.Ordre).ToList();
        Assert.Equal(
            [("Flux et Cie", 1, 88m), ("Numérique du Nord", 2, 74m)],
            offres.Select(o => (o.Candidat, o.Rang!.Value, o.Note!.Value))
        );
        Assert.Equal(12_000_000, offres[1].MontantCentimes);

        await _procedures.AnalyserAsync(new ActeDAnalyse.Qualifie(1, EtatDOffre.Irreguliere, "Mémoire absent"));
        await Modifier()
            .ExecuterAsync(Agent, id, (await LireAsync(id)).Version, new ChangementDOrdreDuJour.OffresReprises(1), Annulation);
        var rejetee = Assert.Single((await LireAsync(id)).Offres, o => o.MotifDeRejet is not null);
        Assert.Equal(("Numérique du Nord", "Irrégulière : Mémoire absent"), (rejetee.Candidat, rejetee.MotifDeRejet));
        Assert.Null(rejetee.Rang);
    }

    [Fact]
    public async Task Avant_l_ouverture_des_plis_aucune_offre_ne_passe_a_la_commission()
    {
        await _procedures.LancerAsync();
        var id = await SeanceAsync();
        await AjouterAsync(id, Point(NatureDuPoint.ChoixDuTitulaire));
        var seance = await LireAsync(id);
        Assert.Empty(seance.Offres);
        await Assert.ThrowsAsync<RefusException>(() =>
            Modifier().ExecuterAsync(Agent, id, seance.Version, new ChangementDOrdreDuJour.OffresReprises(1), Annulation)
        );
    }

    [Fact]
    public async Task Une_autre_saisine_que_celle_des_textes_demande_un_motif_que_le_point_garde()
    {
        await _procedures.LancerAsync();
        var id = await SeanceAsync();
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() => AjouterAsync(id, Point(NatureDuPoint.AvisSimple)));
        Assert.IsType<AutreSaisineMotivee>(Assert.Single(refus.Obstacles));
        Assert.Empty((await LireAsync(id)).Points);
        await AjouterAsync(id, Point(NatureDuPoint.AvisSimple) with { MotifDeSaisine = "Information préalable" });
        var point = (await LireAsync(id)).Points[0];
        Assert.Equal((NatureDuPoint.AvisSimple, "Information préalable"), (point.Nature, point.MotifDeSaisine));
        Assert.EndsWith("Motif : Information préalable", point.Competence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_avenant_d_un_marche_de_la_commission_se_calcule_sur_le_marche()
    {
        await _procedures.MarcheNotifieAsync();
        var deduire = Deduire();
        async Task<CompetenceDeLaCommission?> Pour(decimal euros) =>
            await deduire.ExecuterAsync(Agent, new ObjetSoumis(_procedures.Id, 1, true, MontantHt.DEuros(euros)), Annulation);
        Assert.Equal(NatureDuPoint.AvisSimple, (await Pour(7_500m))!.Nature);
        var soumis = (await Pour(7_500.01m))!;
        Assert.Equal(NatureDuPoint.AvisSurAvenant, soumis.Nature);
        Assert.Contains("150", soumis.Explication, StringComparison.Ordinal);

        // The threshold is dated data: raised, it decides otherwise; unknown, nothing is deduced.
        await using var contexte = await _groupements.Socle.OuvrirAsync();
        await contexte
            .ValeursDatees.Where(v => v.Code == CodesDeDelai.AvenantAvisDeLaCao)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Nombre, 10m), Annulation);
        _groupements.Le<LireParametres>().Oublier();
        Assert.Equal(NatureDuPoint.AvisSimple, (await Pour(7_500.01m))!.Nature);
        await contexte.ValeursDatees.Where(v => v.Code == CodesDeDelai.AvenantAvisDeLaCao).ExecuteDeleteAsync(Annulation);
        _groupements.Le<LireParametres>().Oublier();
        Assert.Null(await Pour(7_500.01m));
    }

    private static Acteur Agent => BancDeProcedure.Agent;

    private static MontantHt Euros(string euros) =>
        MontantHt.DEuros(decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture));

    private DefinitionDePoint Point(NatureDuPoint nature) =>
        new("Lot 1 — Actes", nature, _groupements.Groupement, _procedures.Id, 1);

    private async Task<SeanceId> SeanceAsync()
    {
        var commission = Commission.DuGroupement(
            _groupements.Groupement,
            "Dématérialisation",
            _groupements.Cdg.Id,
            [new MembreARepresenter(_groupements.Cdg.Id, "Centre de gestion", false)],
            ReglesDeCommission.ParDefaut
        );
        var seance = Seance.Programmer(
            new(2026, 1),
            commission.Id,
            UneCommission.UneReunion(Jour),
            Jour.AddDays(-30),
            commission.Regles,
            1,
            null
        );
        await _groupements.Socle.Base.SemerAsync(commission, seance);
        return seance.Id;
    }

    private DeduireLaCompetence Deduire() =>
        new(_groupements.Socle.Base.Fabrique, _groupements.Le<LireParametres>(), _groupements.Le<HorlogeLegale>());

    private ModifierOrdreDuJour Modifier() =>
        new(
            _groupements.Socle.Base.Fabrique,
            _groupements.Le<HorlogeLegale>(),
            _groupements.Le<MagasinDeFichiers>(),
            Deduire(),
            new OffresDuClassement(_groupements.Le<LireAnalyse>())
        );

    private async Task AjouterAsync(SeanceId id, DefinitionDePoint point) =>
        await Modifier()
            .ExecuterAsync(Agent, id, (await LireAsync(id)).Version, new ChangementDOrdreDuJour.PointAjoute(point), Annulation);

    private async Task<Seance> LireAsync(SeanceId id)
    {
        await using var contexte = await _groupements.Socle.OuvrirAsync();
        return await contexte.Seances.AsNoTracking().SingleAsync(s => s.Id == id, Annulation);
    }
}

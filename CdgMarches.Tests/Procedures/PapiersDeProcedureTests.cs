using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Procedures;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;

namespace CdgMarches.Tests.Procedures;

/// <summary>Ce que la procédure donne à la bibliothèque : lettres de rejet, rapport de présentation, information des membres.</summary>
public sealed class PapiersDeProcedureTests : IAsyncLifetime
{
    private BancDesGroupements _groupements = null!;
    private BancDeProcedure _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private static Acteur Agent => BancDeProcedure.Agent;

    public async ValueTask InitializeAsync()
    {
        _groupements = await BancDesGroupements.CreerAsync();
        _banc = await BancDeProcedure.CreerAsync(_groupements);
    }

    public ValueTask DisposeAsync() => _groupements.DisposeAsync();

    [Fact]
    public async Task Une_lettre_de_rejet_par_evince_avec_ses_motifs_l_attributaire_et_la_premiere_signature()
    {
        await _banc.LancerAsync();
        await _banc.OuvrirAsync();
        await _banc.EcrireAsync(
            new EcritureAuRegistre.Depose(new DepotDePli("Sans Capacité", null, new DateTime(2026, 3, 30, 9, 0, 0), [1]))
        );
        await _banc.EcrireAsync(new EcritureAuRegistre.Examine(3, false, "Capacités insuffisantes."));
        await _banc.AttribuerAsync();
        var id = (await _banc.AnalyseAsync()).Analyse.Id.Valeur;

        var lettres = await Source<RejetsAEcrire>().LireAsync(Agent, id, Annulation);

        Assert.Equal(("Numérique du Nord", true), (lettres!.Attributaire, lettres.EstFormalisee));
        Assert.Equal(_banc.Jour.AddDays(11), lettres.SignaturePossibleLe);
        Assert.Equal(
            [("Flux et Cie", false, "Prix supérieur."), ("Sans Capacité", true, "Capacités insuffisantes.")],
            lettres.Rejets.Select(r => (r.Entreprise, r.EstUneCandidature, r.Motifs))
        );
        Assert.Equal(2, lettres.Rejets[0].Rang);
        Assert.Null(
            await Source<RejetsAEcrire>()
                .LireAsync(BancDesGroupements.Limite(Domain.Groupements.GroupementId.Nouveau()), id, Annulation)
        );
        await _banc.EcrireAsync(new EcritureAuRegistre.SeDeporte(Agent.Nom, 1, "Parent du gérant", _banc.Jour));
        Assert.Null(await Source<RejetsAEcrire>().LireAsync(Agent, id, Annulation));
    }

    [Fact]
    public async Task Le_rapport_de_presentation_se_remplit_de_ce_que_l_on_sait()
    {
        await _banc.MarcheNotifieAsync();

        var rapport = (await Source<RapportAEcrire>().LireAsync(Agent, _banc.Id.Valeur, Annulation))!;

        Assert.Equal(("Appel d'offres ouvert", "PROC-2026-001"), (rapport.Forme, rapport.Reference));
        Assert.Equal(
            [("Attribué", "Numérique du Nord"), ("Infructueux", null)],
            rapport.Lots.Select(l => (l.Issue, l.Titulaire))
        );
        Assert.Contains("Aucune offre recevable.", rapport.MotifsDeLAbandon, StringComparison.Ordinal);
        Assert.Equal("Flux et Cie", Assert.Single(rapport.OffresRejetees).Entreprise);
        Assert.NotEmpty(await Source<RapportAEcrire>().ObjetsAsync(Agent, Annulation));
    }

    [Fact]
    public async Task L_information_part_a_chaque_membre_de_la_liste_figee()
    {
        var marche = await _banc.MarcheNotifieAsync();

        var information = (await Source<InformationAEcrire>().LireAsync(Agent, marche.Valeur, Annulation))!;

        Assert.Equal(["Arras", "Béthune"], information.Membres.Select(m => m.Nom));
        Assert.Equal("Numérique du Nord", information.Titulaires);
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            Source<InformationAEcrire>().LireAsync(Outils.Agents.Membre(_groupements.Arras.Id), marche.Valeur, Annulation)
        );
    }

    private IDonneesDe<T> Source<T>()
        where T : class => _banc.Le<IDonneesDe<T>>();
}

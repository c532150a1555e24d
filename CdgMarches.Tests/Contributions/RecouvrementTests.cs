using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Recouvrement;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database;
using CdgMarches.Database.Parametres;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using SuivreCourrier = CdgMarches.App.Courriels.SuivreCourrier;

namespace CdgMarches.Tests.Contributions;

/// <summary>Relances et mises en demeure : ce qui part, ce qui s'enregistre avec, ce qui s'éteint au paiement.</summary>
public sealed class RecouvrementTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private DateOnly Jour => _banc.Le<HorlogeLegale>().Aujourdhui;

    public async ValueTask InitializeAsync()
    {
        _banc = await BancDesContributions.CreerAsync((420, 87), (600, 160));
        await _banc.AdresserAsync(0, "mairie@commune-0.example");
        await _banc.AdresserAsync(1, null);
        await _banc.EmettreAsync();
    }

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_relance_part_avec_son_courriel_et_sa_lettre_et_ne_repart_pas_le_meme_jour()
    {
        await NommerLeSignataireAsync();
        _banc.Avancer(40);
        var appel = await AppelAsync(0);

        var partie = await _banc.Le<RelancerDebiteurs>().ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation);

        Assert.Equal((1, 1, true), (partie.Rang, partie.Courriels, partie.Lettre));
        var relu = await AppelAsync(0);
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc.Le<RelancerDebiteurs>().ExecuterAsync(Agents.Finances, relu.Id, relu.Version, Annulation)
        );
        await using var contexte = await _banc.OuvrirAsync();
        var courriel = await contexte.EnvoisDeCourriel.SingleAsync(Annulation);
        var document = await contexte.DocumentsProduits.SingleAsync(d => d.Nature == LettreDeRelance.Nature, Annulation);
        Assert.Equal("mairie@commune-0.example", courriel.Destinataire);
        Assert.Contains("500,00", courriel.Texte, StringComparison.Ordinal);
        Assert.Equal(document.Piece, (await contexte.PiecesDeCourriel.SingleAsync(Annulation)).Piece);
        Assert.Single((await AppelAsync(0)).Relances);
        Assert.Contains("Dominique Lefebvre", await DernieresLignesAsync(contexte, document.Piece), StringComparison.Ordinal);
    }

    private async Task NommerLeSignataireAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        contexte.ReglagesGeneraux.Add(new ReglageGeneral(ClesDeReglage.SignataireDuCdg, "Dominique Lefebvre"));
        await contexte.SaveChangesAsync(Annulation);
        _banc.Le<LireParametres>().Oublier();
    }

    /// <summary>Le bas de la lettre, où elle est signée.</summary>
    private async Task<string> DernieresLignesAsync(MarchesDbContext contexte, Guid piece)
    {
        await using var contenu = _banc
            .Le<MagasinDeFichiers>()
            .Ouvrir(await contexte.Pieces.SingleAsync(p => p.Id == piece, Annulation));
        using var copie = new MemoryStream();
        await contenu.CopyToAsync(copie, Annulation);
        return string.Join('\n', WordDEssai.Lire(copie.ToArray()).Split('\n').TakeLast(3));
    }

    [Fact]
    public async Task Une_relance_refusee_n_envoie_rien_et_ne_note_rien()
    {
        _banc.Avancer(40);
        await _banc.AdresserAsync(0, null, adresse: false);
        var appel = await AppelAsync(0);

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            _banc.Le<RelancerDebiteurs>().ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation)
        );

        Assert.Contains("ni adresse complète ni adresse de courriel", refus.Message, StringComparison.Ordinal);
        await using var contexte = await _banc.OuvrirAsync();
        Assert.False(await contexte.EnvoisDeCourriel.AnyAsync(Annulation));
        Assert.False(await contexte.DocumentsProduits.AnyAsync(Annulation));
        Assert.Empty((await AppelAsync(0)).Relances);
    }

    [Fact]
    public async Task Tous_les_retards_partent_une_fois_et_le_travail_rejoue_n_en_refait_aucun()
    {
        var travail = new TravailDeRelance(_banc.Le<RelancerDebiteurs>(), _banc.Le<HorlogeLegale>());
        const string Demande = """{"Exercice":2026}""";
        await travail.ExecuterAsync(Agents.Finances, Demande, new Muet(), Annulation);
        Assert.Equal(0, await RelancesAsync());

        _banc.Avancer(40);
        var fichier = await travail.ExecuterAsync(Agents.Finances, Demande, new Muet(), Annulation);
        await travail.ExecuterAsync(Agents.Finances, Demande, new Muet(), Annulation);

        Assert.Equal(2, await RelancesAsync());
        using var classeur = new ClosedXML.Excel.XLWorkbook(fichier!.Contenu);
        var suites = classeur.Worksheet("Relances").Column(3).CellsUsed().Select(c => c.GetString()).ToList();
        Assert.Contains(suites, s => s.Contains("envoyée par courriel à 1 personne", StringComparison.Ordinal));
        Assert.Contains(suites, s => s.Contains("la lettre est à imprimer", StringComparison.Ordinal));
        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(1, await contexte.EnvoisDeCourriel.CountAsync(Annulation));
    }

    [Fact]
    public async Task La_mise_en_demeure_est_une_lettre_recommandee_qui_ouvre_la_denonciation_et_que_le_paiement_eteint()
    {
        await NommerLeSignataireAsync();
        await TitrerAsync(0);
        var appel = await AppelAsync(0);
        var mettre = _banc.Le<MettreEnDemeure>();
        var tropTot = await Assert.ThrowsAsync<RegleMetierException>(() =>
            mettre.ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation)
        );
        Assert.Contains("reste payable jusqu'au", tropTot.Message, StringComparison.Ordinal);
        _banc.Avancer(40);
        var jour = Jour;

        var numero = await mettre.ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation);

        await using (var contexte = await _banc.OuvrirAsync())
        {
            var courrier = await contexte.Courriers.SingleAsync(Annulation);
            var lettre = await contexte.DocumentsProduits.SingleAsync(Annulation);
            Assert.Equal(
                (numero, ModeDEnvoi.LettreRecommandee, (Guid?)lettre.Piece, (Guid?)appel.Id.Valeur),
                (courrier.Numero, courrier.Mode, courrier.Piece, courrier.ObjetId)
            );
            Assert.Contains("Dominique Lefebvre", await DernieresLignesAsync(contexte, lettre.Piece), StringComparison.Ordinal);
            var convention = await ConventionAsync(contexte, 0);
            var mise = Assert.Single(convention.MisesEnDemeure);
            Assert.Equal(("T-0", jour), (mise.Titre, mise.Lettre.EnvoyeLe));
            Assert.Equal(courrier.Id, mise.Lettre.Courrier);
            var suivre = _banc.Le<SuivreCourrier>();
            await suivre.PosterAsync(
                Agents.Gestionnaire,
                courrier.Id,
                1,
                jour,
                new Dictionary<int, string?> { [1] = "2C 1" },
                Annulation
            );
            await suivre.NoterAsync(
                Agents.Gestionnaire,
                courrier.Id,
                2,
                1,
                new SuiviDeCourrier(IssueDeCourrier.Remis, null, jour),
                Annulation
            );
        }

        var fiche = (await _banc.Le<LireFicheDAppel>().ExecuterAsync(Agents.Finances, appel.Id, Annulation))!;
        Assert.Equal((numero, jour), (fiche.LettreDeMiseEnDemeure!.Numero, fiche.LettreDeMiseEnDemeure.NotifieLe));
        Assert.Contains("à payer jusqu'au", fiche.SuiteDeLaMiseEnDemeure, StringComparison.Ordinal);
        await using (var contexte = await _banc.OuvrirAsync())
        {
            var convention = await ConventionAsync(contexte, 0);
            var mise = Assert.Single(convention.MisesEnDemeure);
            Assert.Equal(("2C 1", jour), (mise.Lettre.Numero, mise.Lettre.NotifieLe));
            var denonciation = new NouvelleDenonciation(
                AuteurDeDenonciation.CdgPourDefautDePaiement,
                jour.AddDays(60),
                miseEnDemeure: mise.Numero
            );
            Assert.True(convention.PeutDenoncer(denonciation, jour.AddDays(60)).EstFavorable);
        }

        var relu = await AppelAsync(0);
        await _banc
            .Le<SuivreAppel>()
            .EncaisserAsync(Agents.Finances, relu.Id, relu.Version, jour, relu.ResteDu, null, Annulation);

        await using var apres = await _banc.OuvrirAsync();
        var payee = await ConventionAsync(apres, 0);
        Assert.Equal(jour, Assert.Single(payee.MisesEnDemeure).RegulariseeLe);
    }

    [Fact]
    public async Task Sans_adresse_la_mise_en_demeure_est_refusee_et_la_convention_n_en_garde_rien()
    {
        await TitrerAsync(0);
        _banc.Avancer(40);
        await _banc.AdresserAsync(0, "mairie@commune-0.example", adresse: false);
        var appel = await AppelAsync(0);

        await Assert.ThrowsAsync<RefusException>(() =>
            _banc.Le<MettreEnDemeure>().ExecuterAsync(Agents.Finances, appel.Id, appel.Version, Annulation)
        );

        await using var contexte = await _banc.OuvrirAsync();
        Assert.Empty((await ConventionAsync(contexte, 0)).MisesEnDemeure);
        Assert.Null((await AppelAsync(0)).MiseEnDemeureLe);
        Assert.False(await contexte.Courriers.AnyAsync(Annulation));
    }

    [Fact]
    public async Task Un_agent_en_lecture_ne_relance_ni_ne_met_en_demeure()
    {
        var appel = await AppelAsync(0);

        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<RelancerDebiteurs>().ExecuterAsync(Agents.Lecture, appel.Id, appel.Version, Annulation)
        );
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            _banc.Le<MettreEnDemeure>().ExecuterAsync(Agents.Lecture, appel.Id, appel.Version, Annulation)
        );
    }

    private async Task TitrerAsync(int rang)
    {
        var appel = await AppelAsync(rang);
        await _banc
            .Le<SuivreAppel>()
            .TitrerAsync(Agents.Finances, appel.Id, appel.Version, $"T-{rang}", appel.DateDAppel, Annulation);
    }

    private async Task<AppelDeContribution> AppelAsync(int rang)
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte
            .Appels.AsNoTracking()
            .SingleAsync(a => a.Collectivite == _banc.Communes[rang].Id && a.Rang == 0, Annulation);
    }

    private async Task<int> RelancesAsync()
    {
        await using var contexte = await _banc.OuvrirAsync();
        return await contexte.Appels.SumAsync(a => a.NombreDeRelances, Annulation);
    }

    private Task<ConventionDAcces> ConventionAsync(Database.MarchesDbContext contexte, int rang) =>
        contexte.ConventionsDAcces.AsSplitQuery().SingleAsync(c => c.Id == _banc.Conventions[rang].Id, Annulation);

    private sealed class Muet : IProgress<Avancement>
    {
        public void Report(Avancement value) { }
    }
}

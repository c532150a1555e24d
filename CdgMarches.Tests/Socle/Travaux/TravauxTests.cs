using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Notifications;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database.Courriels;
using CdgMarches.Database.Parametres;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle.Travaux;

public sealed class TravauxTests : IAsyncLifetime
{
    private readonly TravailDEssai _code = new();
    private SocleDEssai _socle = null!;

    private FileDeTravaux File => _socle.Le<FileDeTravaux>();

    private ExecuterTravaux Executer => _socle.Le<ExecuterTravaux>();

    private LireTravaux Lire => _socle.Le<LireTravaux>();

    public async ValueTask InitializeAsync()
    {
        _socle = await SocleDEssai.CreerAsync(services =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddKeyedSingleton<ITravail>(
                services,
                "essai",
                _code
            )
        );
        await _socle.AvecCompteAsync(Agents.Gestionnaire, RoleCdg.Gestionnaire, "camille@exemple.invalid");
    }

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Un_travail_demande_est_fait_son_fichier_garde_sept_jours_et_son_auteur_prevenu()
    {
        var id = await LancerAsync();

        Assert.True(await Executer.ExecuterUnAsync());
        Assert.False(await Executer.ExecuterUnAsync());

        var suivi = await Lire.UnAsync(Agents.Gestionnaire, id);
        Assert.Equal((EtatDeTravail.Termine, "essai.csv"), (suivi!.Etat, suivi.NomDuFichier));
        Assert.Equal(HorlogeFigee.Origine.AddDays(7), suivi.ExpireLe);
        Assert.Equal(("{\"Annee\":2027}", Agents.Gestionnaire.Id), (_code.Parametres, _code.Auteur!.Id));
        var piece = await Lire.PieceAsync(Agents.Gestionnaire, id);
        await using var contenu = _socle.Le<MagasinDeFichiers>().Ouvrir(piece!);
        Assert.Equal("a;b", await new StreamReader(contenu).ReadToEndAsync());
        var avis = await _socle.Le<LireNotifications>().ExecuterAsync(Agents.Gestionnaire, new Demande());
        Assert.Equal(("« Export d'essai » est prêt.", "/mes-exports"), (avis.Elements[0].Texte, avis.Elements[0].Lien));
    }

    [Fact]
    public async Task Le_travail_d_un_autre_ne_se_voit_ni_ne_se_telecharge_ni_ne_s_annule()
    {
        var id = await LancerAsync();
        await Executer.ExecuterUnAsync();

        Assert.Null(await Lire.UnAsync(Agents.Finances, id));
        Assert.Null(await Lire.PieceAsync(Agents.Finances, id));
        Assert.Empty((await Lire.ExecuterAsync(Agents.Finances, new Demande())).Elements);
        await Assert.ThrowsAsync<RefusException>(() => File.AnnulerAsync(Agents.Finances, id));
        await Assert.ThrowsAsync<RefusException>(() => File.RelancerAsync(Agents.Finances, id));
    }

    [Fact]
    public async Task Un_droit_perdu_depuis_ferme_le_telechargement()
    {
        var id = await LancerAsync();
        await Executer.ExecuterUnAsync();
        var dechu = Agents.Gestionnaire with { Droits = new HashSet<string> { Droits.Consulter } };

        await Assert.ThrowsAsync<DroitManquantException>(() => Lire.PieceAsync(dechu, id));
    }

    [Fact]
    public async Task Un_travail_abandonne_par_un_processus_mort_est_repris_quand_son_bail_expire()
    {
        var id = await LancerAsync();
        var baux = _socle.Le<Baux>();
        Assert.True(await baux.PrendreAsync(id, ExecuterTravaux.DureeDuBail, "noeud-mort"));
        await using (var contexte = await _socle.OuvrirAsync())
        {
            await contexte.Travaux.ExecuteUpdateAsync(t =>
                t.SetProperty(x => x.Etat, EtatDeTravail.EnCours).SetProperty(x => x.Fait, 40).SetProperty(x => x.Total, 100)
            );
        }

        _socle.Horloge.Instant = _socle.Horloge.Instant.AddSeconds(29);
        Assert.False(await Executer.ExecuterUnAsync("noeud-vivant"));
        _socle.Horloge.Instant = _socle.Horloge.Instant.AddSeconds(1);
        Assert.True(await Executer.ExecuterUnAsync("noeud-vivant"));

        Assert.Equal(EtatDeTravail.Termine, (await Lire.UnAsync(Agents.Gestionnaire, id))!.Etat);
    }

    [Fact]
    public async Task Deux_noeuds_qui_se_le_disputent_ne_font_le_travail_qu_une_fois()
    {
        for (var i = 0; i < 10; i++)
        {
            await LancerAsync();
        }

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(noeud =>
                    Task.Run(async () =>
                    {
                        while (await Executer.ExecuterUnAsync($"noeud-{noeud}")) { }
                    })
                )
        );

        while (await Executer.ExecuterUnAsync()) { }
        Assert.Equal(10, _code.Fois);
        await using var contexte = await _socle.OuvrirAsync();
        Assert.Equal(10, await contexte.Travaux.CountAsync(t => t.Etat == EtatDeTravail.Termine && t.Essais == 1));
        Assert.Equal(0, await contexte.Baux.CountAsync());
    }

    [Fact]
    public async Task Un_arret_du_serveur_rend_le_travail_qui_reprend_ensuite()
    {
        var id = await LancerAsync();
        _code.Attendre = true;
        using var arret = new CancellationTokenSource();

        var execution = Executer.ExecuterUnAsync(arret: arret.Token);
        await _code.Commence.Task;
        await arret.CancelAsync();
        await execution;
        Assert.Equal(EtatDeTravail.EnCours, (await Lire.UnAsync(Agents.Gestionnaire, id))!.Etat);
        _code.Attendre = false;
        await Executer.ExecuterUnAsync();

        Assert.Equal(EtatDeTravail.Termine, (await Lire.UnAsync(Agents.Gestionnaire, id))!.Etat);
    }

    [Fact]
    public async Task L_avancement_s_enregistre_pendant_le_travail_et_l_auteur_peut_y_renoncer()
    {
        var id = await LancerAsync();
        _code.Attendre = true;
        var execution = Executer.ExecuterUnAsync();
        await _code.Commence.Task;

        TravailSuivi? suivi = null;
        for (var i = 0; i < 50 && suivi is not { Fait: > 0 }; i++)
        {
            await Task.Delay(100);
            suivi = await Lire.UnAsync(Agents.Gestionnaire, id);
        }

        Assert.Equal((1, 4, "Écriture"), (suivi!.Fait, suivi.Total, suivi.Etape));
        await File.AnnulerAsync(Agents.Gestionnaire, id);
        await execution;
        Assert.Equal(EtatDeTravail.Annule, (await Lire.UnAsync(Agents.Gestionnaire, id))!.Etat);
    }

    [Fact]
    public async Task Les_droits_de_l_auteur_sont_ceux_du_jour_de_l_execution()
    {
        var id = await LancerAsync();
        await using (var contexte = await _socle.OuvrirAsync())
        {
            await contexte.UserRoles.ExecuteDeleteAsync();
        }

        await Executer.ExecuterUnAsync();

        var suivi = await Lire.UnAsync(Agents.Gestionnaire, id);
        Assert.Equal((EtatDeTravail.Echoue, 0), (suivi!.Etat, _code.Fois));
        Assert.StartsWith("Vous n'avez plus le droit", suivi.Erreur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_panne_donne_une_phrase_et_une_reference_jamais_le_message_technique()
    {
        _code.Panne = new InvalidOperationException("Object reference not set");
        var id = await LancerAsync();

        await Executer.ExecuterUnAsync();

        var suivi = await Lire.UnAsync(Agents.Gestionnaire, id);
        Assert.Equal(EtatDeTravail.Echoue, suivi!.Etat);
        Assert.Contains("référence", suivi.Erreur, StringComparison.Ordinal);
        Assert.DoesNotContain("Object", suivi.Erreur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_refus_donne_sa_phrase_et_le_travail_se_relance()
    {
        _code.Panne = new RefusException("La campagne n'est pas close.");
        var id = await LancerAsync();
        await Executer.ExecuterUnAsync();
        Assert.Equal("La campagne n'est pas close.", (await Lire.UnAsync(Agents.Gestionnaire, id))!.Erreur);

        _code.Panne = null;
        var nouveau = await File.RelancerAsync(Agents.Gestionnaire, id);
        await Executer.ExecuterUnAsync();

        Assert.Equal(EtatDeTravail.Termine, (await Lire.UnAsync(Agents.Gestionnaire, nouveau))!.Etat);
    }

    [Fact]
    public async Task Un_travail_qui_tue_son_processus_n_est_repris_que_trois_fois()
    {
        var id = await LancerAsync();
        await using (var contexte = await _socle.OuvrirAsync())
        {
            await contexte.Travaux.ExecuteUpdateAsync(t =>
                t.SetProperty(x => x.Etat, EtatDeTravail.EnCours).SetProperty(x => x.Essais, 3)
            );
        }

        await Executer.ExecuterUnAsync();

        Assert.Equal((EtatDeTravail.Echoue, 0), ((await Lire.UnAsync(Agents.Gestionnaire, id))!.Etat, _code.Fois));
    }

    [Fact]
    public async Task Une_longue_attente_finit_aussi_par_un_courriel_au_texte_du_cdg()
    {
        await using (var reglages = await _socle.OuvrirAsync())
        {
            reglages.ModelesDeCourriel.Add(
                new ModeleDeCourriel("travail.fini") { Objet = "Fini : {{travail}}", Texte = "{{suite}} Il est ici : {{lien}}" }
            );
            reglages.ReglagesGeneraux.Add(new ReglageGeneral(ReglageGeneral.CourrielDeContact, "contact@cdg.example"));
            await reglages.SaveChangesAsync();
        }

        await LancerAsync();
        _socle.Horloge.Instant = _socle.Horloge.Instant.AddMinutes(2);

        await Executer.ExecuterUnAsync();

        await using var contexte = await _socle.OuvrirAsync();
        var envoi = await contexte.EnvoisDeCourriel.SingleAsync();
        Assert.Equal("camille@exemple.invalid", envoi.Destinataire);
        Assert.Equal(("Fini\u00A0: Export d'essai", "travail.fini"), (envoi.Objet, envoi.Modele));
        Assert.Contains("est prêt. Il est ici\u00A0: https://marches.example/mes-exports", envoi.Texte, StringComparison.Ordinal);
        Assert.Equal("contact@cdg.example", envoi.RepondreA);
    }

    [Fact]
    public async Task Au_huitieme_jour_le_travail_et_son_fichier_disparaissent()
    {
        var id = await LancerAsync();
        await Executer.ExecuterUnAsync();
        var chemin = _socle.Le<MagasinDeFichiers>().Chemin((await Lire.PieceAsync(Agents.Gestionnaire, id))!.Sha256);

        _socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(7).AddSeconds(-1);
        await _socle.Le<PurgerTravaux>().ExecuterAsync();
        Assert.True(System.IO.File.Exists(chemin));
        _socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(7);
        await _socle.Le<PurgerTravaux>().ExecuterAsync();

        Assert.False(System.IO.File.Exists(chemin));
        Assert.Null(await Lire.UnAsync(Agents.Gestionnaire, id));
    }

    [Fact]
    public async Task Sans_le_droit_on_ne_lance_rien() =>
        await Assert.ThrowsAsync<DroitManquantException>(() =>
            File.LancerAsync(Agents.Lecture, "essai", "Export", Droits.GererRecensements, new { })
        );

    private Task<Guid> LancerAsync() =>
        File.LancerAsync(Agents.Gestionnaire, "essai", "Export d'essai", Droits.GererRecensements, new { Annee = 2027 });

    private sealed class TravailDEssai : ITravail
    {
        private int _fois;

        public TaskCompletionSource Commence { get; } = new();

        public bool Attendre { get; set; }

        public Exception? Panne { get; set; }

        public int Fois => _fois;

        public Acteur? Auteur { get; private set; }

        public string? Parametres { get; private set; }

        public async Task<FichierProduit?> ExecuterAsync(
            Acteur auteur,
            string parametres,
            IProgress<Avancement> progres,
            CancellationToken annulation
        )
        {
            Interlocked.Increment(ref _fois);
            (Auteur, Parametres) = (auteur, parametres);
            progres.Report(new Avancement(1, 4, "Écriture"));
            Commence.TrySetResult();
            if (Attendre)
            {
                await Task.Delay(Timeout.Infinite, annulation);
            }

            return Panne is null ? FichierProduit.De("essai.csv", TypesMime.Csv, "a;b"u8.ToArray()) : throw Panne;
        }
    }
}

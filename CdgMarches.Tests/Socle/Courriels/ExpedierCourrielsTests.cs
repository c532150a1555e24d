using System.Text;
using System.Text.RegularExpressions;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle.Courriels;

public sealed class ExpedierCourrielsTests : IAsyncLifetime
{
    private readonly HorlogeFigee _horloge = new(HorlogeFigee.Origine);
    private readonly ServeurSmtp _serveur = new();
    private readonly string _dossier = Path.Combine(Path.GetTempPath(), $"cdgmarches-courriels-{Guid.CreateVersion7():N}");
    private BaseJetable _base = null!;

    public async ValueTask InitializeAsync() => _base = await BaseJetable.CreerAsync();

    public async ValueTask DisposeAsync()
    {
        await _serveur.DisposeAsync();
        await _base.DisposeAsync();
        if (Directory.Exists(_dossier))
        {
            Directory.Delete(_dossier, recursive: true);
        }
    }

    [Fact]
    public async Task Un_courriel_depose_part_une_fois_et_une_seule()
    {
        var id = await DeposerAsync();

        await ExpedierAsync();
        await ExpedierAsync();

        var message = Assert.Single(_serveur.Recus);
        var envoi = await LireAsync(id);
        Assert.Equal(EtatDEnvoi.Envoye, envoi.Etat);
        Assert.Equal(HorlogeFigee.Origine, envoi.EnvoyeLe);
        Assert.Equal(1, envoi.Essais);
        Assert.Contains($"Message-ID: {envoi.MessageId}", message, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            (string[])["text/plain", "text/html"],
            type => Assert.Contains("taples a jusqu", Forme(message, type), StringComparison.Ordinal)
        );
        Assert.Contains("Étaples", Forme(message, "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_courriel_dont_la_cause_n_est_pas_enregistree_n_existe_pas()
    {
        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            FileDeCourriels.Deposer(contexte, UnCourriel(), _horloge.Instant);
        }

        await ExpedierAsync();

        Assert.Empty(_serveur.Recus);
    }

    [Fact]
    public async Task Une_coupure_apres_le_message_laisse_le_courriel_a_verifier_et_ne_le_renvoie_jamais()
    {
        _serveur.Conduite = ConduiteSmtp.CouperApresLeMessage;
        var id = await DeposerAsync();

        await ExpedierAsync();
        _serveur.Conduite = ConduiteSmtp.Accepter;
        _horloge.Instant = _horloge.Instant.AddDays(2);
        await ExpedierAsync();

        Assert.Single(_serveur.Recus);
        Assert.Equal(EtatDEnvoi.AVerifier, (await LireAsync(id)).Etat);
    }

    [Fact]
    public async Task Une_adresse_refusee_par_le_serveur_echoue_avec_son_code()
    {
        _serveur.Conduite = ConduiteSmtp.RefuserLeDestinataire;
        var id = await DeposerAsync();

        await ExpedierAsync();

        var envoi = await LireAsync(id);
        Assert.Equal((EtatDEnvoi.Echoue, 550), (envoi.Etat, envoi.CodeSmtp));
        Assert.StartsWith("Le courriel n'est pas parti", envoi.Erreur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_refus_passager_est_reessaye_apres_une_attente()
    {
        _serveur.Conduite = ConduiteSmtp.Reporter;
        var id = await DeposerAsync();

        await ExpedierAsync();
        _serveur.Conduite = ConduiteSmtp.Accepter;
        _horloge.Instant = _horloge.Instant.AddSeconds(59);
        await ExpedierAsync();
        Assert.Equal((EtatDEnvoi.EnFile, 451), ((await LireAsync(id)).Etat, (await LireAsync(id)).CodeSmtp));
        _horloge.Instant = _horloge.Instant.AddSeconds(1);
        await ExpedierAsync();

        var envoi = await LireAsync(id);
        Assert.Equal((EtatDEnvoi.Envoye, 2), (envoi.Etat, envoi.Essais));
        Assert.Null(envoi.Erreur);
    }

    [Fact]
    public async Task Un_serveur_injoignable_laisse_tout_en_file()
    {
        var id = await DeposerAsync();
        var suivant = await DeposerAsync();
        var eteint = new ServeurSmtp();
        var port = eteint.Port;
        await eteint.DisposeAsync();

        var continuer = await Expediteur(Smtp(port)).ExecuterAsync();

        Assert.False(continuer);
        Assert.Equal(EtatDEnvoi.EnFile, (await LireAsync(id)).Etat);
        Assert.Equal(0, (await LireAsync(suivant)).Essais);
    }

    [Fact]
    public async Task Un_serveur_sans_le_chiffrement_demande_ne_recoit_rien_et_le_courriel_attend()
    {
        var id = await DeposerAsync();

        Assert.False(await Expediteur(Smtp(_serveur.Port) with { StartTls = true }).ExecuterAsync());

        Assert.Empty(_serveur.Recus);
        Assert.Equal(EtatDEnvoi.EnFile, (await LireAsync(id)).Etat);
    }

    [Fact]
    public async Task Un_envoi_interrompu_par_la_mort_du_processus_est_a_verifier()
    {
        var id = await DeposerAsync();
        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            await contexte.EnvoisDeCourriel.ExecuteUpdateAsync(e => e.SetProperty(x => x.Etat, EtatDEnvoi.EnCours));
        }

        await ExpedierAsync();

        Assert.Empty(_serveur.Recus);
        Assert.Equal(EtatDEnvoi.AVerifier, (await LireAsync(id)).Etat);
    }

    [Fact]
    public async Task Un_second_noeud_n_envoie_rien_tant_que_le_premier_tient_le_bail()
    {
        var baux = new Baux(_base.Fabrique, _horloge);
        await DeposerAsync();
        Assert.True(await baux.PrendreAsync(ExpedierCourriels.Bail, TimeSpan.FromMinutes(3), "noeud-a"));

        await Expediteur(Smtp(_serveur.Port)).ExecuterAsync("noeud-b");
        Assert.Empty(_serveur.Recus);

        _horloge.Instant = _horloge.Instant.AddMinutes(3);
        await Expediteur(Smtp(_serveur.Port)).ExecuterAsync("noeud-b");
        Assert.Single(_serveur.Recus);
    }

    [Theory]
    [InlineData("sans-arobase")]
    [InlineData("a@b.fr, c@d.fr")]
    [InlineData("Nom <a@b.fr>")]
    public async Task Une_adresse_qui_n_en_est_pas_une_echoue_sans_empecher_sa_cause(string adresse)
    {
        var id = await DeposerAsync(UnCourriel() with { Destinataire = adresse });

        await ExpedierAsync();

        Assert.Empty(_serveur.Recus);
        Assert.Equal(EtatDEnvoi.Echoue, (await LireAsync(id)).Etat);
    }

    [Fact]
    public async Task Un_saut_de_ligne_dans_l_objet_n_ajoute_pas_d_en_tete()
    {
        await DeposerAsync(UnCourriel() with { Objet = "Relance\r\nBcc: autre@exemple.invalid" });

        await ExpedierAsync();

        Assert.DoesNotContain("\nBcc:", Assert.Single(_serveur.Recus), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task En_developpement_chaque_courriel_est_un_fichier_lisible_date_de_l_horloge()
    {
        await DeposerAsync();
        var reglages = Smtp(0) with { Mode = ModeDeCourriel.Dossier, Dossier = _dossier };

        await Expediteur(reglages).ExecuterAsync();

        var fichier = Assert.Single(Directory.GetFiles(_dossier, "*.eml"));
        var message = await File.ReadAllTextAsync(fichier);
        Assert.Contains("Date: Tue, 10 Mar 2026 09:00:00 +0000\r\n", message, StringComparison.Ordinal);
        Assert.Contains("To: =?utf-8?B?", message, StringComparison.Ordinal);
        Assert.Contains("commune d'Étaples", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_serveur_en_panne_un_jour_entier_ne_perd_et_ne_double_rien()
    {
        List<Guid> ids = [await DeposerAsync(), await DeposerAsync(), await DeposerAsync()];
        await _serveur.EteindreAsync();
        for (var heure = 0; heure < 24; heure++)
        {
            await ExpedierAsync();
            _horloge.Instant = _horloge.Instant.AddHours(1);
        }

        Assert.All(ids, id => Assert.Equal(EtatDEnvoi.EnFile, LireAsync(id).GetAwaiter().GetResult().Etat));
        _serveur.Rallumer();
        _horloge.Instant = _horloge.Instant.AddHours(5);
        await ExpedierAsync();
        await ExpedierAsync();

        Assert.Equal(3, _serveur.Identifiants.Distinct().Count());
        Assert.Equal(3, _serveur.Recus.Count);
    }

    [Fact]
    public async Task Un_destinataire_refuse_n_arrete_pas_les_autres()
    {
        _serveur.Refusees.Add("inconnu@exemple.invalid");
        var refuse = await DeposerAsync(UnCourriel() with { Destinataire = "inconnu@exemple.invalid" });
        var suivant = await DeposerAsync();

        await ExpedierAsync();

        Assert.Equal((EtatDEnvoi.Echoue, 550), ((await LireAsync(refuse)).Etat, (await LireAsync(refuse)).CodeSmtp));
        Assert.Equal(EtatDEnvoi.Envoye, (await LireAsync(suivant)).Etat);
    }

    [Fact]
    public async Task Un_serveur_trop_lent_laisse_le_courriel_a_verifier_et_ne_le_recoit_qu_une_fois()
    {
        _serveur.Lenteur = TimeSpan.FromSeconds(3);
        var id = await DeposerAsync();

        await Expediteur(Smtp(_serveur.Port), patience: TimeSpan.FromMilliseconds(500)).ExecuterAsync();
        _serveur.Lenteur = TimeSpan.Zero;
        _horloge.Instant = _horloge.Instant.AddDays(1);
        await ExpedierAsync();

        Assert.Equal(EtatDEnvoi.AVerifier, (await LireAsync(id)).Etat);
        Assert.Single(_serveur.Recus);
    }

    [Fact]
    public async Task Deux_noeuds_qui_expedient_ensemble_n_envoient_rien_deux_fois()
    {
        for (var i = 0; i < 40; i++)
        {
            await DeposerAsync();
        }

        await Task.WhenAll(
            Expediteur(Smtp(_serveur.Port)).ExecuterAsync("noeud-a"),
            Expediteur(Smtp(_serveur.Port)).ExecuterAsync("noeud-b")
        );

        Assert.Equal(40, _serveur.Recus.Count);
        Assert.Equal(40, _serveur.Identifiants.Distinct().Count());
    }

    [Fact]
    public async Task Html_invitation_piece_et_adresse_de_reponse_partent_avec_le_texte()
    {
        Guid piece;
        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            using var contenu = new MemoryStream("ordre du jour"u8.ToArray());
            piece = (await Magasin().ProduireAsync(contexte, contenu, "Séance.txt", "text/plain", Agents.Gestionnaire)).Id;
            await contexte.SaveChangesAsync();
        }

        await DeposerAsync(
            UnCourriel() with
            {
                Html = "<p>Étaples</p>",
                Ics = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n",
                PiecesJointes = [piece],
                RepondreA = "agent@exemple.invalid",
            }
        );
        await ExpedierAsync();

        var message = Assert.Single(_serveur.Recus);
        Assert.Contains("Reply-To: agent@exemple.invalid", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/plain; charset=utf-8", message, StringComparison.Ordinal);
        Assert.Contains("text/html; charset=utf-8", message, StringComparison.Ordinal);
        Assert.Matches("text/calendar;[^/]*method=CANCEL", message);
        Assert.Contains(Convert.ToBase64String("ordre du jour"u8), message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_piece_jointe_disparue_fait_echouer_l_envoi_en_la_nommant()
    {
        Guid piece;
        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            using var contenu = new MemoryStream("ordre du jour"u8.ToArray());
            var stockee = await Magasin().ProduireAsync(contexte, contenu, "Séance.txt", "text/plain", Agents.Gestionnaire);
            await contexte.SaveChangesAsync();
            piece = stockee.Id;
            File.Delete(Magasin().Chemin(stockee.Sha256));
        }

        var id = await DeposerAsync(UnCourriel() with { PiecesJointes = [piece] });
        await ExpedierAsync();

        Assert.Empty(_serveur.Recus);
        Assert.Contains("« Séance.txt »", (await LireAsync(id)).Erreur, StringComparison.Ordinal);
    }

    [Fact]
    public async Task En_mode_d_essai_tout_part_a_une_seule_adresse_et_l_objet_dit_a_qui_c_etait_destine()
    {
        var id = await DeposerAsync();

        await Expediteur(Smtp(_serveur.Port) with { RedirigerVers = "essai@exemple.invalid" }).ExecuterAsync();

        var message = Assert.Single(_serveur.Recus);
        Assert.Contains("essai@exemple.invalid", message, StringComparison.Ordinal);
        Assert.DoesNotContain("<mairie@exemple.invalid>", message, StringComparison.Ordinal);
        var envoi = await LireAsync(id);
        Assert.Equal(("mairie@exemple.invalid", "essai@exemple.invalid"), (envoi.Destinataire, envoi.AdresseDEssai));
    }

    [Fact]
    public async Task La_meme_cle_d_idempotence_ne_depose_qu_un_courriel()
    {
        var relance = UnCourriel() with { CleDIdempotence = "relance/2026-03-10" };
        for (var fois = 0; fois < 2; fois++)
        {
            await using var contexte = await _base.Fabrique.CreateDbContextAsync();
            var deposes = await FileDeCourriels.DeposerUneFoisAsync(contexte, [relance, relance], _horloge.Instant);
            await contexte.SaveChangesAsync();
            Assert.Equal(fois == 0 ? 1 : 0, deposes.Count);
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => DeposerAsync(relance));
    }

    [Fact]
    public async Task Une_copie_restauree_ailleurs_n_envoie_rien_avant_qu_un_administrateur_la_confirme()
    {
        await ExpedierAsync();
        await DeposerAsync();
        await ExpedierAsync();
        Assert.Single(_serveur.Recus);
        await DeposerAsync();
        var copie = ReglagesDeLaBase() with { AdressePublique = new Uri("https://essai.exemple.invalid/") };
        var installation = new InstallationDEnvoi(_base.Fabrique, copie, _horloge);

        await Expediteur(Smtp(_serveur.Port), installation).ExecuterAsync();
        Assert.Single(_serveur.Recus);
        await Assert.ThrowsAsync<DroitManquantException>(() => installation.ConfirmerAsync(Agents.Gestionnaire));

        await installation.ConfirmerAsync(Agents.Administrateur);
        await Expediteur(Smtp(_serveur.Port), installation).ExecuterAsync();
        Assert.Equal(2, _serveur.Recus.Count);
        Assert.Equal(2, (await installation.ConfirmeesAsync(Agents.Administrateur)).Count);
    }

    private Reglages ReglagesDeLaBase() => new(Fournisseur.Sqlite, _base.Connexion, _dossier, _dossier, TimeZoneInfo.Utc);

    private MagasinDeFichiers Magasin() => new(ReglagesDeLaBase(), _horloge);

    private static Courriel UnCourriel() =>
        new(
            "mairie@exemple.invalid",
            "Zoé Exemple",
            "Recensement à valider",
            "Bonjour,\nla commune d'Étaples a jusqu'au 31 mars."
        );

    private static ReglagesDeCourriel Smtp(int port) =>
        new(ModeDeCourriel.Smtp, "", "127.0.0.1", port, false, null, null, "cdg@exemple.invalid", "Centre de gestion");

    /// <summary>Le texte d'une des formes du message : ce que lirait une messagerie qui ne comprend qu'elle.</summary>
    private static string Forme(string message, string type)
    {
        var limite = Regex.Match(message, """boundary="?(?<limite>[^"\s;]+)""").Groups["limite"].Value;
        var partie = message
            .ReplaceLineEndings("\n")
            .Split("--" + limite)
            .Select(p => p.Trim().Split("\n\n", 2))
            .Single(p => p is [var entete, _] && entete.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("charset=utf-8", partie[0], StringComparison.OrdinalIgnoreCase);
        return partie[0].Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(partie[1].Replace("\n", "", StringComparison.Ordinal)))
            : partie[1];
    }

    private ExpedierCourriels Expediteur(
        ReglagesDeCourriel reglages,
        InstallationDEnvoi? installation = null,
        TimeSpan? patience = null
    ) =>
        new(
            _base.Fabrique,
            reglages.Mode is ModeDeCourriel.Smtp ? new TransportSmtp(reglages, patience) : new TransportDossier(reglages),
            new Baux(_base.Fabrique, _horloge),
            reglages,
            Magasin(),
            installation ?? new InstallationDEnvoi(_base.Fabrique, ReglagesDeLaBase(), _horloge),
            _horloge
        );

    private async Task ExpedierAsync() => await Expediteur(Smtp(_serveur.Port)).ExecuterAsync();

    private async Task<Guid> DeposerAsync(Courriel? courriel = null)
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        var envoi = FileDeCourriels.Deposer(contexte, courriel ?? UnCourriel(), _horloge.Instant);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, _horloge.Instant);
        return envoi.Id;
    }

    private async Task<EnvoiDeCourriel> LireAsync(Guid id)
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        return await contexte.EnvoisDeCourriel.AsNoTracking().SingleAsync(e => e.Id == id);
    }
}

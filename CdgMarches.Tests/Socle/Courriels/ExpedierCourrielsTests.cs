using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle.Courriels;

/// <summary></summary>
public sealed class ExpedierCourrielsTests : EssaiDExpedition
{
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
        Assert.Contains("Auto-Submitted: auto-generated", message, StringComparison.OrdinalIgnoreCase);
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
}

using CdgMarches.Database.Socle;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle.Courriels;

/// <summary>Un serveur qui refuse, tarde, coupe ou tombe : rien ne se perd, rien ne part deux fois sans qu'on le voie.</summary>
public sealed class PannesDEnvoiTests : EssaiDExpedition
{
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
}

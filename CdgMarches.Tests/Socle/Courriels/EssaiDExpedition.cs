using System.Text;
using System.Text.RegularExpressions;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle.Courriels;

/// <summary>Une base, un serveur SMTP d'essai et l'expéditeur.</summary>
public abstract class EssaiDExpedition : IAsyncLifetime
{
    private protected readonly HorlogeFigee _horloge = new(HorlogeFigee.Origine);
    private protected readonly ServeurSmtp _serveur = new();
    private protected readonly string _dossier = Path.Combine(
        Path.GetTempPath(),
        $"cdgmarches-courriels-{Guid.CreateVersion7():N}"
    );
    private protected BaseJetable _base = null!;

    public async ValueTask InitializeAsync() => _base = await BaseJetable.CreerAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _serveur.DisposeAsync();
        await _base.DisposeAsync();
        if (Directory.Exists(_dossier))
        {
            Directory.Delete(_dossier, recursive: true);
        }
    }

    private protected Reglages ReglagesDeLaBase() =>
        new(Fournisseur.Sqlite, _base.Connexion, _dossier, _dossier, TimeZoneInfo.Utc);

    private protected MagasinDeFichiers Magasin() => new(ReglagesDeLaBase(), _horloge);

    private protected static Courriel UnCourriel() =>
        new(
            "mairie@exemple.invalid",
            "Zoé Exemple",
            "Recensement à valider",
            "Bonjour,\nla commune d'Étaples a jusqu'au 31 mars."
        );

    private protected static ReglagesDeCourriel Smtp(int port) =>
        new(ModeDeCourriel.Smtp, "", "127.0.0.1", port, false, null, null, "cdg@exemple.invalid", "Centre de gestion");

    /// <summary>Le texte d'une des formes du message : ce que lirait une messagerie qui ne comprend qu'elle.</summary>
    private protected static string Forme(string message, string type)
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

    private protected ExpedierCourriels Expediteur(
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

    private protected async Task ExpedierAsync() => await Expediteur(Smtp(_serveur.Port)).ExecuterAsync();

    private protected async Task<Guid> DeposerAsync(Courriel? courriel = null)
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        var envoi = FileDeCourriels.Deposer(contexte, courriel ?? UnCourriel(), _horloge.Instant);
        await contexte.EnregistrerAsync(Agents.Gestionnaire, _horloge.Instant);
        return envoi.Id;
    }

    private protected async Task<EnvoiDeCourriel> LireAsync(Guid id)
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        return await contexte.EnvoisDeCourriel.AsNoTracking().SingleAsync(e => e.Id == id);
    }
}

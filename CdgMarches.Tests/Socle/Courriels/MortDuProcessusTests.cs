using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle.Courriels;

/// <summary>« kill -9 » du vrai programme pendant un envoi de cinq cents courriels : rien de perdu, rien de doublé en silence.</summary>
public sealed class MortDuProcessusTests : IAsyncLifetime
{
    private const int Courriels = 500;
    private const int AvantDeTuer = 120;

    private readonly ServeurSmtp _serveur = new();
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-mort-").FullName;
    private BaseJetable _base = null!;

    public async ValueTask InitializeAsync() => _base = await BaseJetable.CreerAsync();

    public async ValueTask DisposeAsync()
    {
        await _serveur.DisposeAsync();
        await _base.DisposeAsync();
        Directory.Delete(_dossier, recursive: true);
    }

    [Fact]
    public async Task Tue_en_plein_envoi_le_programme_reprend_sans_perdre_ni_doubler()
    {
        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            for (var i = 0; i < Courriels; i++)
            {
                FileDeCourriels.Deposer(
                    contexte,
                    new Courriel($"membre-{i}@exemple.invalid", $"Membre {i}", "Relance", "Votre réponse est attendue."),
                    TimeProvider.System.GetUtcNow()
                );
            }

            await contexte.EnregistrerAsync(Acteur.Systeme, TimeProvider.System.GetUtcNow());
        }

        await using (var premier = Lancer())
        {
            await JusquaAsync(() => Task.FromResult(_serveur.Recus.Count >= AvantDeTuer), premier);
            await premier.TuerAsync();
        }

        await using (var contexte = await _base.Fabrique.CreateDbContextAsync())
        {
            Assert.True(await contexte.EnvoisDeCourriel.AnyAsync(e => e.Etat == EtatDEnvoi.EnFile), "Tué trop tard.");

            // The three minutes of the dead process's lease go by.
            var passe = TimeProvider.System.GetUtcNow().AddMinutes(-1);
            await contexte.Baux.ExecuteUpdateAsync(b => b.SetProperty(x => x.Jusque, passe));
        }

        await using var second = Lancer();
        await JusquaAsync(
            async () =>
            {
                await using var contexte = await _base.Fabrique.CreateDbContextAsync();
                return !await contexte.EnvoisDeCourriel.AnyAsync(e =>
                    e.Etat == EtatDEnvoi.EnFile || e.Etat == EtatDEnvoi.EnCours
                );
            },
            second
        );

        await using var lecture = await _base.Fabrique.CreateDbContextAsync();
        var envois = await lecture.EnvoisDeCourriel.AsNoTracking().ToListAsync();
        var recus = _serveur.Identifiants.CountBy(i => i).ToDictionary();
        Assert.Equal(Courriels, envois.Count);
        Assert.All(recus, r => Assert.Equal(1, r.Value));
        Assert.All(envois.Where(e => e.Etat is EtatDEnvoi.Envoye), e => Assert.Equal(1, recus[e.MessageId!]));
        var douteux = envois.Where(e => e.Etat is not EtatDEnvoi.Envoye).ToList();
        Assert.InRange(douteux.Count, 0, 1);
        Assert.All(douteux, e => Assert.Equal(EtatDEnvoi.AVerifier, e.Etat));
        Assert.All(douteux, e => Assert.Contains("peut-être parti", e.Erreur, StringComparison.Ordinal));
    }

    private ProgrammeLance Lancer() =>
        ProgrammeLance.Lancer([
            "--ConnectionStrings:CdgMarches",
            _base.Connexion,
            "--Fichiers:Dossier",
            Path.Combine(_dossier, "fichiers"),
            "--Courriel:Mode",
            "Smtp",
            "--Courriel:Hote",
            "127.0.0.1",
            "--Courriel:Port",
            _serveur.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--Courriel:Expediteur",
            "cdg@exemple.invalid",
            "--AdressePublique",
            "https://marches.exemple.invalid",
            "--Taches:Actives",
            "false",
            "--urls",
            "http://127.0.0.1:0",
        ]);

    /// <summary>Attend un état de la base ou du serveur : rien, dans le programme observé, ne peut l'annoncer.</summary>
    private static async Task JusquaAsync(Func<Task<bool>> atteint, ProgrammeLance programme)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await atteint())
        {
            Assert.False(limite.IsCancellationRequested, programme.Erreurs);
            await Task.Delay(50, CancellationToken.None);
        }
    }
}

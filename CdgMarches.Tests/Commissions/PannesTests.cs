using CdgMarches.App.Commissions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Commissions;

public sealed class PannesTests : IAsyncLifetime
{
    private BancDesCommissions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesCommissions.CreerAsync();

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Ce_qui_est_coche_est_sur_le_disque_avant_la_reponse_meme_si_rien_n_est_ferme_proprement()
    {
        var id = await _banc.EnAppelAsync();
        await _banc.CocherAsync(id, 3);

        // The files as a killed process would leave them: nothing checkpointed, nothing closed.
        var source = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(_banc.Socle.Base.Connexion).DataSource;
        var copie = Path.Combine(Path.GetTempPath(), $"cdgmarches-panne-{Guid.CreateVersion7():N}.db");
        foreach (var suffixe in (string[])["", "-wal"])
        {
            if (File.Exists(source + suffixe))
            {
                File.Copy(source + suffixe, copie + suffixe);
            }
        }

        await using var connexion = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copie};Pooling=False");
        await connexion.OpenAsync(Annulation);
        await using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT COUNT(*) FROM SeancesPresences WHERE Depart IS NULL";

        Assert.Equal(3L, await commande.ExecuteScalarAsync(Annulation));
    }

    [Fact]
    public async Task Deux_ecrans_cochent_le_meme_siege_ensemble_et_une_seule_presence_s_ecrit()
    {
        var id = await _banc.EnAppelAsync();
        var personne = (await _banc.FicheAsync(id)).Seance.Places[0].Titulaire!.Value;
        var relever = _banc.Le<ReleverPresence>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(
                        () => relever.ExecuterAsync(BancDesCommissions.Agent, id, personne, true, false, Annulation),
                        Annulation
                    )
                )
        );

        await using var contexte = await _banc.OuvrirAsync();
        Assert.Equal(1, await contexte.Presences.CountAsync(p => p.Seance == id, Annulation));
    }
}

using CdgMarches.App.Courriels;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Tests.Outils;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Echeancier;

/// <summary>Ce que deux nœuds font d'une même base quand ils exécutent la même tâche au même instant.</summary>
public sealed class DeuxNoeudsTests
{
    /// <summary>Quinze jours avant une clôture, où des relances partent ; puis le 1er septembre, où part l'avis de retrait.</summary>
    private static readonly DateTimeOffset[] Jours =
    [
        new(2026, 3, 16, 8, 0, 0, TimeSpan.Zero),
        new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero),
    ];

    [Fact]
    public async Task Chaque_tache_lancee_au_meme_instant_par_deux_noeuds_fait_ce_qu_un_seul_aurait_fait()
    {
        var seul = await FaitsAsync(noeuds: 1);
        var deux = await FaitsAsync(noeuds: 2);

        Assert.Contains(seul, f => f.StartsWith(EnvoyerAvisDeRetrait.Definition.Cle, StringComparison.Ordinal));
        Assert.Contains(seul, f => f.StartsWith(RelancerRecensements.Modele, StringComparison.Ordinal));
        Assert.Equal(seul, deux);
    }

    [Fact]
    public async Task Une_tache_en_cours_n_est_pas_lancee_une_seconde_fois_meme_sur_le_meme_noeud()
    {
        await using var app = await ApplicationEnMarche.DemarrerAsync();
        var lente = new TacheLente();
        var executer = app.Services.GetRequiredService<ExecuterTache>();

        var premiere = executer.ExecuterAsync(lente);
        await lente.Commencee.Task;
        Assert.Null(await executer.ExecuterAsync(lente));
        lente.Finir.SetResult();

        Assert.True((await premiere)!.AReussi);
        Assert.Equal(1, lente.Fois);
    }

    /// <summary>Sans le bail : comme si l'autre nœud l'avait perdu. Puis une fois encore, en retard.</summary>
    private static async Task<List<string>> FaitsAsync(int noeuds)
    {
        await using var app = await ApplicationEnMarche.DemarrerAsync();
        await Echantillons.PreparerAsync(app);
        await app
            .Services.GetRequiredService<ActiverRelances>()
            .ExecuterAsync(Agents.Gestionnaire with { Id = Guid.Empty }, actives: true);
        foreach (var jour in Jours)
        {
            app.Horloge.Instant = jour;
            foreach (var tache in app.Services.GetServices<ITachePlanifiee>().OrderBy(t => t.Nom, StringComparer.Ordinal))
            {
                await Task.WhenAll(Enumerable.Range(0, noeuds).Select(_ => Task.Run(() => TenterAsync(tache))));
                await tache.ExecuterAsync(default);
            }
        }

        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        return
        [
            .. (
                await contexte
                    .EnvoisDeCourriel.GroupBy(e => new { e.Modele, e.Destinataire })
                    .Select(g => new { g.Key, Nombre = g.Count() })
                    .ToListAsync()
            )
                .Select(e => $"{e.Key.Modele} à {SansRang(e.Key.Destinataire)} : {e.Nombre}")
                .Order(StringComparer.Ordinal),
            $"relances : {await contexte.Relances.CountAsync()}",
            $"notifications : {await contexte.Notifications.CountAsync()}",
            $"documents : {await contexte.DocumentsProduits.CountAsync()}",
            $"preuves : {await contexte.PreuvesDInformation.CountAsync()}",
        ];
    }

    /// <summary>Les comptes d'essai portent un rang, qui suit de test en test.</summary>
    private static string SansRang(string adresse) => string.Concat(adresse.Where(c => !char.IsAsciiDigit(c)));

    /// <summary>Celui qui arrive second peut échouer en entier : il n'écrit alors rien, et l'heure suivante y revient.</summary>
    private static async Task TenterAsync(ITachePlanifiee tache)
    {
        try
        {
            await tache.ExecuterAsync(default);
        }
        catch (DbUpdateException)
        {
            // The other node wrote first.
        }
        catch (SqliteException)
        {
            // SQLite has one writer.
        }
    }

    private sealed class TacheLente : ITachePlanifiee
    {
        public TaskCompletionSource Commencee { get; } = new();

        public TaskCompletionSource Finir { get; } = new();

        public int Fois { get; private set; }

        public string Nom => "essai.lente";

        public string Libelle => "Tâche lente";

        public string Cron => "0 0 3 * * ?";

        public async Task<string> ExecuterAsync(CancellationToken annulation)
        {
            Fois++;
            Commencee.SetResult();
            await Finir.Task;
            return "Faite.";
        }
    }
}

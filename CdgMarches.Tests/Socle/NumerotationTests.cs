using CdgMarches.App.Socle;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Socle;

public sealed class NumerotationTests : IAsyncLifetime
{
    private BaseJetable _base = null!;

    public async ValueTask InitializeAsync() => _base = await BaseJetable.CreerAsync();

    public ValueTask DisposeAsync() => _base.DisposeAsync();

    [Fact]
    public async Task Huit_agents_qui_numerotent_ensemble_ne_laissent_ni_trou_ni_doublon()
    {
        var references = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PrendreAsync(25))));

        var attendues = Enumerable.Range(1, 200).Select(n => $"CAMP-2027-{n:D3}");
        Assert.Equal(attendues, references.SelectMany(r => r).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Un_numero_dont_la_cause_echoue_est_rendu()
    {
        await PrendreAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var contexte = await _base.Fabrique.CreateDbContextAsync();
            await contexte.EnTransactionAsync(async jeton =>
            {
                await contexte.ReferenceAsync("CAMP", 2027, jeton);
                throw new InvalidOperationException("la cause échoue");
            });
        });

        Assert.Equal("CAMP-2027-002", Assert.Single(await PrendreAsync(1)));
    }

    [Fact]
    public async Task Chaque_annee_recommence_a_un_et_mille_s_ecrit_en_entier()
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();
        await contexte.Database.ExecuteSqlAsync($"INSERT INTO Compteurs (Serie, Dernier) VALUES ('CAMP-2026', 999)");

        var lues = await contexte.EnTransactionAsync(async jeton =>
            (await contexte.ReferenceAsync("CAMP", 2026, jeton), await contexte.ReferenceAsync("CAMP", 2027, jeton))
        );

        Assert.Equal(("CAMP-2026-1000", "CAMP-2027-001"), lues);
    }

    [Fact]
    public async Task Un_numero_ne_se_prend_pas_hors_d_une_transaction()
    {
        await using var contexte = await _base.Fabrique.CreateDbContextAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => contexte.ReferenceAsync("CAMP", 2027));
    }

    private async Task<List<string>> PrendreAsync(int combien)
    {
        List<string> prises = [];
        for (var i = 0; i < combien; i++)
        {
            await using var contexte = await _base.Fabrique.CreateDbContextAsync();
            prises.Add(await contexte.EnTransactionAsync(jeton => contexte.ReferenceAsync("CAMP", 2027, jeton)));
        }

        return prises;
    }
}

using CdgMarches.Bench.Jeu;

namespace CdgMarches.Bench;

/// <summary>Les bases d'une exécution, construites à la première mesure qui les demande et effacées à la fin.</summary>
internal sealed class Banc : IAsyncDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-banc-").FullName;
    private readonly Dictionary<int, BaseDeBanc> _bases = [];

    /// <summary>1 500 membres × 200 lignes × 3 campagnes.</summary>
    public Task<BaseDeBanc> CompleteAsync() => AvecAsync(campagnes: 3);

    /// <summary>La même, sans l'histoire : la seule campagne ouverte.</summary>
    public Task<BaseDeBanc> SansHistoireAsync() => AvecAsync(campagnes: 1);

    private async Task<BaseDeBanc> AvecAsync(int campagnes)
    {
        if (!_bases.TryGetValue(campagnes, out var connue))
        {
            connue = await BaseDeBanc.CreerAsync(
                Path.Combine(_dossier, $"campagnes-{campagnes}"),
                Dimensions.DuBanc with
                {
                    Campagnes = campagnes,
                }
            );
            _bases.Add(campagnes, connue);
        }

        return connue;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var donnees in _bases.Values)
        {
            await donnees.DisposeAsync();
        }

        Directory.Delete(_dossier, recursive: true);
    }
}

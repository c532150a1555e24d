using CdgMarches.Bench.Jeu;

namespace CdgMarches.Bench;

/// <summary>Les bases d'une exécution, construites à la première mesure qui les demande et effacées à la fin.</summary>
internal sealed class Banc : IAsyncDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-banc-").FullName;
    private readonly Dictionary<int, BaseDeBanc> _bases = [];
    private readonly Dictionary<string, BaseDeBanc> _legeres = new(StringComparer.Ordinal);

    /// <summary>1 500 membres × 200 lignes × 3 campagnes.</summary>
    public Task<BaseDeBanc> CompleteAsync() => AvecAsync(campagnes: 3);

    /// <summary>La même, sans l'histoire : la seule campagne ouverte.</summary>
    public Task<BaseDeBanc> SansHistoireAsync() => AvecAsync(campagnes: 1);

    /// <summary>Ce nombre de membres et presque rien d'autre, pour ce qui ne touche pas au recensement.</summary>
    public async Task<BaseDeBanc> PetiteAsync(int membres)
    {
        if (!_bases.TryGetValue(-membres, out var connue))
        {
            connue = await BaseDeBanc.CreerAsync(Path.Combine(_dossier, $"membres-{membres}"), new Dimensions(membres, 1, 1));
            _bases.Add(-membres, connue);
        }

        return connue;
    }

    /// <summary>1 500 membres et presque pas de recensement, pour ce qui ne le lit pas ; une base par nom.</summary>
    public async Task<BaseDeBanc> LegereAsync(string nom)
    {
        if (!_legeres.TryGetValue(nom, out var connue))
        {
            connue = await BaseDeBanc.CreerAsync(
                Path.Combine(_dossier, nom),
                Dimensions.DuBanc with
                {
                    Campagnes = 1,
                    Lignes = 1,
                }
            );
            _legeres.Add(nom, connue);
        }

        return connue;
    }

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
        foreach (var donnees in _bases.Values.Concat(_legeres.Values))
        {
            await donnees.DisposeAsync();
        }

        Directory.Delete(_dossier, recursive: true);
    }
}

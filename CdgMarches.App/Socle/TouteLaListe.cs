namespace CdgMarches.App.Socle;

/// <summary>Relit une liste en entier, page après page, pour un export : exactement ce qui est filtré et trié à l'écran.</summary>
public static class TouteLaListe
{
    private const int Paquet = 200;

    public static async Task<IReadOnlyList<T>> LireAsync<T>(Demande demande, Func<Demande, Task<PageDe<T>>> charger)
    {
        List<T> tout = [];
        for (var page = 1; ; page++)
        {
            var lue = await charger(demande with { Page = page, Taille = Paquet });
            tout.AddRange(lue.Elements);
            if (lue.Elements.Count < Paquet || tout.Count >= lue.Total)
            {
                return tout;
            }
        }
    }
}

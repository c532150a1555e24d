using Microsoft.Playwright;

namespace CdgMarches.Tests.Outils;

/// <summary>Une connexion que le test coupe et rétablit, comme un réseau qui tombe : le circuit ouvert tombe aussi.</summary>
/// <remarks>L'état « hors ligne » de Chromium laisse vivre les WebSockets déjà ouverts : elles passent ici par le test.</remarks>
public sealed class Coupure
{
    private readonly IPage _page;
    private readonly List<IWebSocketRoute> _ouvertes = [];
    private bool _coupee;

    private Coupure(IPage page) => _page = page;

    /// <summary>À poser avant d'ouvrir la page.</summary>
    public static async Task<Coupure> PoserAsync(IPage page)
    {
        var coupure = new Coupure(page);
        await page.RouteWebSocketAsync("**/_blazor**", coupure.Recevoir);
        return coupure;
    }

    public async Task CouperAsync()
    {
        _coupee = true;
        await _page.Context.SetOfflineAsync(true);
        foreach (var ouverte in _ouvertes)
        {
            await ouverte.CloseAsync();
        }

        _ouvertes.Clear();
    }

    public async Task RetablirAsync()
    {
        _coupee = false;
        await _page.Context.SetOfflineAsync(false);
    }

    private void Recevoir(IWebSocketRoute demande)
    {
        if (_coupee)
        {
            _ = demande.CloseAsync();
            return;
        }

        demande.ConnectToServer();
        _ouvertes.Add(demande);
    }
}

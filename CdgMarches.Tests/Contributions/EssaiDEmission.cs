namespace CdgMarches.Tests.Contributions;

/// <summary>Une campagne d'appel de six conventions, dont une sans effectif et une sans consultations.</summary>
public abstract class EssaiDEmission : IAsyncLifetime
{
    private protected BancDesContributions _banc = null!;

    private protected static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _banc = await BancDesContributions.CreerAsync((420, 87), (120, 5), (350, 30), (600, null), (351, 400), (null, 10));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _banc.DisposeAsync();
    }

    private protected sealed class Coupe(CancellationTokenSource coupure) : IProgress<int>
    {
        public void Report(int value) => coupure.Cancel();
    }
}

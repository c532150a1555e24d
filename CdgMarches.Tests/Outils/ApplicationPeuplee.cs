namespace CdgMarches.Tests.Outils;

/// <summary>Une application et ses <see cref="Echantillons"/>, pour les tests d'une classe qui ne font que lire.</summary>
public sealed class ApplicationPeuplee : IAsyncLifetime
{
    public ApplicationEnMarche App { get; private set; } = null!;

    internal Echantillons Echantillons { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await ApplicationEnMarche.DemarrerAsync();
        Echantillons = await Echantillons.PreparerAsync(App);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

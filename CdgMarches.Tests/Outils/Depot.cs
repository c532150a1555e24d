namespace CdgMarches.Tests.Outils;

/// <summary>Où est le dépôt dont ces tests viennent.</summary>
internal static class Depot
{
    public static string Racine { get; } = Trouver();

    private static string Trouver()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (dossier is not null && !File.Exists(Path.Combine(dossier.FullName, "CdgMarches.sln")))
        {
            dossier = dossier.Parent;
        }

        return dossier?.FullName ?? throw new DirectoryNotFoundException("Ces tests se lancent depuis le dépôt.");
    }
}

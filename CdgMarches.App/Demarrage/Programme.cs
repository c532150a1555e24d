namespace CdgMarches.App.Demarrage;

/// <summary>Le point d'entrée : démarre l'application ou exécute une commande d'exploitation.</summary>
public static class Programme
{
    public static async Task<int> ExecuterAsync(string[] args)
    {
        await using var application = ApplicationMarches.Construire(args);
        await application.RunAsync();
        return 0;
    }
}

using CdgMarches.App.Socle.Fichiers;

namespace CdgMarches.App.Demarrage;

/// <summary>La commande <c>verifier-fichiers</c> : chaque pièce a-t-elle son contenu, intact, et que reste-t-il que rien ne désigne.</summary>
internal static class VerifierFichiers
{
    private const int ListesAuPlus = 200;

    /// <returns>0 si tout est intact, 1 si un contenu manque ou est abîmé ; un orphelin n'est pas une faute.</returns>
    public static async Task<int> ExecuterAsync(string[] args)
    {
        await using var application = ApplicationMarches.Construire(args);
        var bilan = await application.Services.GetRequiredService<ControlerMagasin>().ExecuterAsync();
        Console.WriteLine(
            $"{bilan.Pieces} pièces, {bilan.Contenus} contenus distincts, {Socle.Formats.TailleDeFichier(bilan.Octets)} vérifiés."
        );
        Lister("Contenus manquants", bilan.Manquants.Select(m => $"{m.Sha256}  {m.Nom}"));
        Lister("Contenus abîmés (l'empreinte ne correspond plus)", bilan.Abimes.Select(a => $"{a.Sha256}  {a.Nom}"));
        Lister("Fichiers que rien ne désigne", bilan.Orphelins);
        Lister("Dépôts interrompus, dans « provisoires »", bilan.Provisoires);
        Console.WriteLine(
            bilan.EstSain
                ? "Le magasin de fichiers est sain."
                : "Le magasin de fichiers n'est pas sain : reprenez d'une sauvegarde les contenus manquants ou abîmés, sous le même nom."
        );
        return bilan.EstSain ? 0 : 1;
    }

    private static void Lister(string titre, IEnumerable<string> lignes)
    {
        var toutes = lignes.ToList();
        if (toutes.Count == 0)
        {
            return;
        }

        Console.WriteLine($"{titre} : {toutes.Count}");
        foreach (var ligne in toutes.Take(ListesAuPlus))
        {
            Console.WriteLine($"  {ligne}");
        }

        if (toutes.Count > ListesAuPlus)
        {
            Console.WriteLine($"  … et {toutes.Count - ListesAuPlus} autres.");
        }
    }
}

using CdgMarches.App.Demarrage;
using CdgMarches.Database;

namespace CdgMarches.App.Socle.Fichiers;

/// <summary>Refuse de démarrer si les pièces ne peuvent être gardées à un endroit sûr.</summary>
/// <remarks>
/// Sur SQL Server plusieurs nœuds partagent la base, donc le dossier, et une mise à jour remplace celui du programme : les
/// pièces ne doivent pas y être.
/// </remarks>
internal sealed class VerificationDuMagasin(Reglages reglages, IConfiguration configuration) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Verifier(reglages, configuration["Fichiers:Dossier"], AppContext.BaseDirectory);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <exception cref="ReglageInvalideException">Le dossier manque, est mal placé ou ne peut être écrit.</exception>
    internal static void Verifier(Reglages reglages, string? reglage, string dossierDuProgramme)
    {
        if (reglages.Fournisseur is Fournisseur.SqlServer && string.IsNullOrWhiteSpace(reglage))
        {
            throw new ReglageInvalideException(
                "Le réglage Fichiers:Dossier manque : avec SQL Server, les pièces vont dans un dossier partagé par tous les serveurs. Renseignez-le, puis relancez."
            );
        }

        if (reglages.Fournisseur is Fournisseur.SqlServer && EstSous(reglages.DossierDesFichiers, dossierDuProgramme))
        {
            throw new ReglageInvalideException(
                $"Le réglage Fichiers:Dossier désigne « {reglages.DossierDesFichiers} », dans le dossier du programme : une mise à jour effacerait les pièces. Choisissez un dossier hors du programme, partagé par tous les serveurs, puis relancez."
            );
        }

        try
        {
            Directory.CreateDirectory(reglages.DossierDesFichiers);
            var essai = Path.Combine(reglages.DossierDesFichiers, $".essai-{Guid.CreateVersion7():N}");
            File.WriteAllBytes(essai, []);
            File.Delete(essai);
        }
        catch (Exception panne) when (panne is IOException or UnauthorizedAccessException)
        {
            throw new ReglageInvalideException(
                $"Le dossier des fichiers « {reglages.DossierDesFichiers} » ne peut être écrit. Donnez ce droit au compte du service, ou corrigez Fichiers:Dossier, puis relancez."
            );
        }
    }

    private static bool EstSous(string dossier, string parent)
    {
        var relatif = Path.GetRelativePath(parent, dossier);
        return relatif == "."
            || !(
                relatif == ".."
                || relatif.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                || Path.IsPathRooted(relatif)
            );
    }
}

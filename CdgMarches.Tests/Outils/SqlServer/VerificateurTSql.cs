using System.Diagnostics;
using System.Text;

namespace CdgMarches.Tests.Outils.SqlServer;

/// <summary>Binds T-SQL to a schema with Microsoft's DacFx, which runs here under mono only (build/sqlcheck).</summary>
internal static class VerificateurTSql
{
    public const string Mono = "/usr/bin/mono";

    public static async Task<(bool Reussi, string Texte)> VerifierAsync(IEnumerable<string> lots, CancellationToken annulation)
    {
        var dossier = Directory.CreateTempSubdirectory("cdgmarches-tsql-").FullName;
        try
        {
            var programme = await ConstruireAsync(annulation);
            foreach (var (i, lot) in lots.Index())
            {
                await File.WriteAllTextAsync(Path.Combine(dossier, $"{i:D5}.sql"), lot, Encoding.UTF8, annulation);
            }

            return await LancerAsync(Mono, [programme, dossier], annulation);
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }
    }

    private static async Task<string> ConstruireAsync(CancellationToken annulation)
    {
        var projet = Path.Combine(Depot.Racine, "build", "sqlcheck");
        var programme = Path.Combine(projet, "bin", "Debug", "net472", "sqlcheck.exe");
        if (!File.Exists(programme))
        {
            var (reussi, texte) = await LancerAsync("dotnet", ["build", projet, "-v", "q", "-nologo"], annulation);
            Assert.True(reussi, texte);
        }

        return programme;
    }

    private static async Task<(bool Reussi, string Texte)> LancerAsync(
        string commande,
        string[] arguments,
        CancellationToken annulation
    )
    {
        using var processus = Process.Start(
            new ProcessStartInfo(commande, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var sortie = processus.StandardOutput.ReadToEndAsync(annulation);
        var erreurs = processus.StandardError.ReadToEndAsync(annulation);
        await processus.WaitForExitAsync(annulation);
        return (processus.ExitCode == 0, await sortie + await erreurs);
    }
}

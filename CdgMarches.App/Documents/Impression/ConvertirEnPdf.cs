using System.Diagnostics;
using CdgMarches.App.Socle;

namespace CdgMarches.App.Documents.Impression;

/// <summary>Convertit un document Word en PDF A4 par LibreOffice, quand un réglage le nomme.</summary>
/// <remarks>
/// Une conversion à la fois : LibreOffice n'en mène qu'une par profil, et chacune prend un cœur. Le document et le profil
/// sont dans un dossier temporaire détruit ensuite ; au bout d'une minute, le programme lancé est arrêté.
/// </remarks>
public sealed partial class ConvertirEnPdf(IConfiguration configuration, TimeProvider horloge, ILogger<ConvertirEnPdf> journal)
    : IDisposable
{
    /// <summary>Le réglage : le chemin de l'exécutable (<c>/usr/bin/soffice</c>).</summary>
    public const string Reglage = "Documents:LibreOffice";

    /// <summary>Ce que l'on dit à la place du lien.</summary>
    public const string Absent =
        "Le PDF n'est pas proposé : aucun LibreOffice n'est réglé sur ce serveur (Documents:LibreOffice). Le fichier Word et la page à imprimer donnent le même document ; votre navigateur sait aussi l'enregistrer en PDF.";

    private static readonly TimeSpan DelaiMax = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _unALaFois = new(1);

    public bool EstPossible => !string.IsNullOrWhiteSpace(configuration[Reglage]);

    /// <exception cref="RefusException">Aucun LibreOffice n'est réglé, ou il n'a pas su convertir : la phrase dit que faire.</exception>
    public async Task<byte[]> ExecuterAsync(byte[] docx, CancellationToken annulation = default)
    {
        if (configuration[Reglage] is not { Length: > 0 } executable)
        {
            throw new RefusException(Absent);
        }

        await _unALaFois.WaitAsync(annulation);
        var dossier = Directory.CreateTempSubdirectory("cdgmarches-pdf-").FullName;
        try
        {
            var source = Path.Combine(dossier, "document.docx");
            await File.WriteAllBytesAsync(source, docx, annulation);
            await LancerAsync(executable, dossier, source, annulation);
            var pdf = Path.Combine(dossier, "document.pdf");
            return File.Exists(pdf)
                ? await File.ReadAllBytesAsync(pdf, annulation)
                : throw new RefusException(
                    "LibreOffice n'a pas produit le PDF. Le document est intact : prenez le fichier Word ou la page à imprimer, et signalez-le à l'administrateur."
                );
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
            _unALaFois.Release();
        }
    }

    public void Dispose() => _unALaFois.Dispose();

    private async Task LancerAsync(string executable, string dossier, string source, CancellationToken annulation)
    {
        var depart = new ProcessStartInfo(executable)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = dossier,
        };
        foreach (
            var argument in (string[])
                [
                    $"-env:UserInstallation=file://{dossier}/profil",
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    dossier,
                    source,
                ]
        )
        {
            depart.ArgumentList.Add(argument);
        }

        using var minuterie = new CancellationTokenSource(DelaiMax, horloge);
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(annulation, minuterie.Token);
        try
        {
            using var lance = Process.Start(depart)!;
            try
            {
                var sortie = lance.StandardOutput.ReadToEndAsync(delai.Token);
                var erreurs = lance.StandardError.ReadToEndAsync(delai.Token);
                await lance.WaitForExitAsync(delai.Token);
                if (lance.ExitCode != 0)
                {
                    SignalerEchec(lance.ExitCode, await erreurs);
                }

                await sortie;
            }
            catch (OperationCanceledException)
            {
                lance.Kill(entireProcessTree: true);
                annulation.ThrowIfCancellationRequested();
                throw new RefusException(
                    "LibreOffice n'a pas répondu en une minute : le PDF n'est pas fait. Le document est intact ; prenez le fichier Word ou la page à imprimer, ou réessayez plus tard."
                );
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new RefusException(
                $"Le programme réglé dans {Reglage} ne peut pas être lancé : le PDF n'est pas fait. Le document est intact ; prenez le fichier Word ou la page à imprimer, et signalez-le à l'administrateur."
            );
        }
    }

    [LoggerMessage(LogLevel.Warning, "LibreOffice a fini avec le code {Code} : {Erreurs}")]
    private partial void SignalerEchec(int code, string erreurs);
}

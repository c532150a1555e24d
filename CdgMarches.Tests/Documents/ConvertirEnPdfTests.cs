using CdgMarches.App.Documents.Impression;
using CdgMarches.App.Socle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace CdgMarches.Tests.Documents;

/// <summary>LibreOffice est remplacé par un petit programme qui se conduit comme lui, ou mal.</summary>
public sealed class ConvertirEnPdfTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("cdgmarches-soffice-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    [Fact]
    public async Task Sans_reglage_une_phrase_dit_quoi_faire()
    {
        using var convertir = Avec(null);

        Assert.False(convertir.EstPossible);
        var refus = await Assert.ThrowsAsync<RefusException>(() => convertir.ExecuterAsync([1]));
        Assert.Contains("aucun LibreOffice n'est réglé", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_document_est_converti_et_rien_ne_reste_derriere()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Le programme d'essai est un script.");
        // The output folder is the value that follows --outdir, as for LibreOffice.
        using var convertir = Avec(
            Script("while [ \"$1\" != --outdir ]; do shift; done; { printf '%%PDF-1.7 '; cat \"$3\"; } > \"$2/document.pdf\"")
        );

        var pdf = await convertir.ExecuterAsync("bonjour"u8.ToArray());

        Assert.Equal("%PDF-1.7 bonjour"u8.ToArray(), pdf);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "cdgmarches-pdf-*"));
    }

    [Theory]
    [InlineData("exit 77", "n'a pas produit le PDF")]
    [InlineData(null, "ne peut pas être lancé")]
    public async Task Un_programme_qui_echoue_se_dit_en_une_phrase(string? corps, string attendu)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Le programme d'essai est un script.");
        using var convertir = Avec(corps is null ? Path.Combine(_dossier, "absent") : Script(corps));

        var refus = await Assert.ThrowsAsync<RefusException>(() => convertir.ExecuterAsync([1]));

        Assert.Contains(attendu, refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_programme_qui_ne_repond_pas_est_arrete_au_bout_d_une_minute()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Le programme d'essai est un script.");
        var temoin = Path.Combine(_dossier, "pid");
        using var convertir = Avec(Script($"echo $$ > {temoin}; exec sleep 300"), new MinuteEcourtee());

        var refus = await Assert.ThrowsAsync<RefusException>(() => convertir.ExecuterAsync([1]));

        Assert.Contains("n'a pas répondu en une minute", refus.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "cdgmarches-pdf-*"));
        var pid = (await File.ReadAllTextAsync(temoin, TestContext.Current.CancellationToken)).Trim();
        Assert.True(SpinWait.SpinUntil(() => !EstVivant(pid), TimeSpan.FromSeconds(10)), "Le programme tourne encore.");
    }

    /// <summary>Un programme tué reste un instant dans la table des processus, sans plus rien exécuter.</summary>
    private static bool EstVivant(string pid) =>
        File.Exists($"/proc/{pid}/stat") && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);

    private static ConvertirEnPdf Avec(string? executable, TimeProvider? horloge = null) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { [ConvertirEnPdf.Reglage] = executable })
                .Build(),
            horloge ?? TimeProvider.System,
            NullLogger<ConvertirEnPdf>.Instance
        );

    private string Script(string corps)
    {
        var chemin = Path.Combine(_dossier, "soffice");
        File.WriteAllText(chemin, $"#!/bin/sh\n{corps}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(chemin, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return chemin;
    }

    /// <summary>Une horloge où une minute dure une seconde.</summary>
    private sealed class MinuteEcourtee : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 60, period);
    }
}

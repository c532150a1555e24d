using System.Diagnostics;
using System.Text;

namespace CdgMarches.Tests.Outils;

/// <summary>Le vrai programme, tel que construit, dans un processus à lui et un dossier à lui.</summary>
public sealed class ProgrammeLance : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly StringBuilder _sortie = new();
    private readonly StringBuilder _erreurs = new();
    private readonly Process _processus;
    private readonly TaskCompletionSource<string> _ecoute = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _adresse = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgrammeLance(ProcessStartInfo depart)
    {
        _processus = new Process { StartInfo = depart, EnableRaisingEvents = true };
        _processus.OutputDataReceived += (_, ligne) => Retenir(_sortie, ligne.Data);
        _processus.ErrorDataReceived += (_, ligne) => Retenir(_erreurs, ligne.Data);
        _processus.Exited += (_, _) =>
        {
            var arret = new InvalidOperationException("Le programme s'est arrêté : " + Erreurs);
            _ecoute.TrySetException(arret);
            _adresse.TrySetException(arret);
        };
    }

    public string Sortie => Lire(_sortie);

    public string Erreurs => Lire(_erreurs);

    public int Processus => _processus.Id;

    /// <summary>Lance le programme avec ces arguments, en Production sauf mention contraire.</summary>
    public static ProgrammeLance Lancer(
        IEnumerable<string> arguments,
        string environnement = "Production",
        string? entree = null,
        IReadOnlyDictionary<string, string>? variables = null
    )
    {
        var programme = Chemin();
        var depart = new ProcessStartInfo(
            Environment.ProcessPath is { } hote && Path.GetFileNameWithoutExtension(hote) == "dotnet" ? hote : "dotnet"
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environnement, ["DOTNET_ENVIRONMENT"] = environnement },
        };
        depart.Environment.Remove("ASPNETCORE_URLS");
        depart.ArgumentList.Add(programme);
        foreach (var argument in arguments)
        {
            depart.ArgumentList.Add(argument);
        }

        foreach (var (nom, valeur) in variables ?? new Dictionary<string, string>())
        {
            depart.Environment[nom] = valeur;
        }

        var lance = new ProgrammeLance(depart);
        lance._processus.Start();
        lance._processus.BeginOutputReadLine();
        lance._processus.BeginErrorReadLine();
        if (entree is not null)
        {
            lance._processus.StandardInput.WriteLine(entree);
        }

        lance._processus.StandardInput.Close();
        return lance;
    }

    /// <summary>Attend que le programme se soit arrêté de lui-même, et rend son code de retour.</summary>
    public async Task<int> FinAsync()
    {
        using var limite = new CancellationTokenSource(Patience);
        await _processus.WaitForExitAsync(limite.Token);
        return _processus.ExitCode;
    }

    /// <summary>Attend que le programme écoute, sa démonstration encore à faire, et rend son adresse.</summary>
    public Task<string> EcouteAsync() => _ecoute.Task.WaitAsync(Patience);

    /// <summary>Attend que le programme soit prêt, et rend son adresse.</summary>
    public Task<string> AdresseAsync() => _adresse.Task.WaitAsync(Patience);

    /// <summary>Arrête le programme comme le ferait « kill -9 ».</summary>
    public async Task TuerAsync()
    {
        _processus.Kill();
        await _processus.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_processus.HasExited)
        {
            await TuerAsync();
        }

        _processus.Dispose();
    }

    private void Retenir(StringBuilder ou, string? ligne)
    {
        if (ligne is null)
        {
            return;
        }

        lock (ou)
        {
            ou.AppendLine(ligne);
        }

        const string Pret = "CdgMarches est prêt : ";
        if (ligne.StartsWith(Pret, StringComparison.Ordinal))
        {
            _adresse.TrySetResult(ligne[Pret.Length..].Split(',')[0].Trim());
        }

        const string Ecoute = "CdgMarches écoute sur ";
        if (ligne.StartsWith(Ecoute, StringComparison.Ordinal))
        {
            _ecoute.TrySetResult(ligne[Ecoute.Length..].Split(' ')[0]);
        }
    }

    private static string Lire(StringBuilder d)
    {
        lock (d)
        {
            return d.ToString();
        }
    }

    /// <summary>Le programme construit à côté de ces tests, dans la même configuration.</summary>
    private static string Chemin()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Depot.Racine, "CdgMarches.App", "bin", configuration, "net10.0", "CdgMarches.App.dll");
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Reçoit un ou plusieurs fichiers, au fil de l'eau, dans des fichiers temporaires qu'il détruit une fois traités.</summary>
public sealed partial class Televersement(IServiceProvider services)
{
    private const long Mebioctet = 1024 * 1024;
    private readonly string _id = $"fichier-{Guid.NewGuid():N}";
    private readonly List<string> _erreurs = [];
    private bool _enCours;
    private long _recus;
    private long _attendus;
    private string _nom = "";
    private string? _fini;

    [Parameter, EditorRequired]
    public string Libelle { get; set; } = "";

    /// <summary>Appelé dès qu'un fichier est choisi, avant tout contrôle : ce que la page montrait du précédent ne vaut plus.</summary>
    [Parameter]
    public EventCallback OnChoix { get; set; }

    /// <summary>Appelé pour chaque fichier reçu en entier.</summary>
    [Parameter]
    public EventCallback<FichierRecu> OnFichier { get; set; }

    /// <summary>Appelé une fois, avec tous les fichiers reçus : le dépôt en vrac.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<FichierRecu>> OnFichiers { get; set; }

    /// <summary>Les extensions permises, séparées par des virgules (« .xlsx,.csv »).</summary>
    [Parameter]
    public string? Accepte { get; set; }

    /// <summary>La taille maximale d'un fichier, en octets (celle d'une pièce par défaut).</summary>
    [Parameter]
    public long TailleMax { get; set; } = Fichiers.MagasinDeFichiers.TailleMax;

    [Parameter]
    public bool Multiple { get; set; }

    [Parameter]
    public int NombreMax { get; set; } = 200;

    [Parameter]
    public string? Aide { get; set; }

    private async Task RecevoirAsync(InputFileChangeEventArgs choix)
    {
        _erreurs.Clear();
        _fini = null;
        await OnChoix.InvokeAsync();
        if (choix.FileCount > NombreMax)
        {
            _erreurs.Add($"{choix.FileCount} fichiers choisis : {NombreMax} au plus à la fois. Aucun n'a été envoyé.");
            return;
        }

        List<FichierRecu> recus = [];
        _enCours = true;
        try
        {
            foreach (var fichier in choix.GetMultipleFiles(NombreMax))
            {
                if (Refus(fichier) is { } refus)
                {
                    _erreurs.Add(refus);
                }
                else if (await EcrireAsync(fichier) is { } recu)
                {
                    recus.Add(recu);
                }
            }

            await RemettreAsync(recus);
        }
        finally
        {
            _enCours = false;
            recus.ForEach(r => File.Delete(r.Chemin));
        }
    }

    private async Task RemettreAsync(List<FichierRecu> recus)
    {
        if (recus.Count == 0)
        {
            return;
        }

        // What follows may refuse the file: it is announced once that is done, and only if nothing was refused meanwhile.
        var operation = services.GetService<Operation>();
        var refus = operation?.Refus;
        foreach (var recu in recus)
        {
            await OnFichier.InvokeAsync(recu);
        }

        await OnFichiers.InvokeAsync(recus);
        _fini =
            operation?.Refus != refus
                ? (
                    recus.Count == 1
                        ? $"« {recus[0].Nom} » n'a pas été gardé : la page dit pourquoi."
                        : "Tous les fichiers n'ont pas été gardés : la page dit pourquoi."
                )
            : recus.Count == 1 ? $"« {recus[0].Nom} » est reçu."
            : $"{recus.Count} fichiers sont reçus.";
    }

    private string? Refus(IBrowserFile fichier)
    {
        if (fichier.Size == 0)
        {
            return $"« {fichier.Name} » est vide : il n'a pas été envoyé. Vérifiez le fichier sur votre poste.";
        }

        if (fichier.Size > TailleMax)
        {
            return $"« {fichier.Name} » pèse {Taille(fichier.Size)} : {Taille(TailleMax)} au plus. Il n'a pas été envoyé.";
        }

        var extension = Path.GetExtension(fichier.Name);
        var permises = Accepte?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return permises is null || permises.Contains(extension, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"« {fichier.Name} » n'est pas d'un format accepté ({Accepte}). Il n'a pas été envoyé.";
    }

    private async Task<FichierRecu?> EcrireAsync(IBrowserFile fichier)
    {
        (_nom, _recus, _attendus) = ($"« {fichier.Name} »", 0, fichier.Size);
        StateHasChanged();
        var chemin = Path.Combine(Path.GetTempPath(), $"cdgmarches-{Guid.CreateVersion7():N}");
        try
        {
            await using var source = fichier.OpenReadStream(TailleMax);
            await using var cible = File.Create(chemin);
            var tampon = new byte[64 * 1024];
            var palier = fichier.Size / 20;
            for (int lus, depuis = 0; (lus = await source.ReadAsync(tampon)) > 0; )
            {
                await cible.WriteAsync(tampon.AsMemory(0, lus));
                _recus += lus;
                if ((depuis += lus) >= palier)
                {
                    depuis = 0;
                    StateHasChanged();
                }
            }

            return new FichierRecu(Path.GetFileName(fichier.Name), chemin, _recus, fichier.ContentType);
        }
        catch (IOException)
        {
            File.Delete(chemin);
            _erreurs.Add($"La réception de « {fichier.Name} » s'est interrompue : rien n'a été gardé. Choisissez-le de nouveau.");
            return null;
        }
    }

    private static string Taille(long octets) =>
        octets >= Mebioctet
            ? $"{Formats.Nombre(decimal.Round((decimal)octets / Mebioctet, 1))}{Formats.Insecable}Mo"
            : $"{Formats.Nombre(Math.Max(1, octets / 1024))}{Formats.Insecable}Ko";
}

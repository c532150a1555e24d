using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Ce que les pages d'import partagent : recevoir un fichier, en montrer l'aperçu par son adresse, appliquer.</summary>
public abstract class PageDImport : ComponentBase
{
    protected const long TailleMax = 10 * 1024 * 1024;
    private Guid? _retourDe;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>L'import montré ; sans lui, la page attend un fichier.</summary>
    [SupplyParameterFromQuery(Name = "import")]
    public Guid? Import { get; set; }

    [Inject]
    protected LireImports LireImports { get; set; } = null!;

    [Inject]
    protected ActeurCourant Acteur { get; set; } = null!;

    [Inject]
    protected Operation Operation { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    protected Retour? Retour { get; set; }

    /// <summary>Vrai quand l'objet où l'on importe n'existe pas, ou n'est pas du périmètre.</summary>
    protected bool Introuvable { get; set; }

    /// <summary>Combien de lignes seraient écrites.</summary>
    protected int AEcrire { get; set; }

    protected abstract string Adresse(Guid import);

    protected abstract Task ChargerAsync();

    protected override Task OnParametersSetAsync() => ChargerAsync();

    /// <summary>L'import de l'adresse, s'il est du périmètre ; un message d'un autre import ne se montre plus.</summary>
    protected async Task<ImportLu?> ImportLuAsync(Acteur lecteur)
    {
        if (_retourDe != Import)
        {
            Retour = null;
        }

        return Import is { } id ? await LireImports.UnAsync(lecteur, id) : null;
    }

    /// <summary>Prépare l'aperçu d'un fichier reçu, et y mène.</summary>
    protected async Task RecevoirAsync(FichierRecu fichier, Func<Acteur, Stream, Task<Guid>> preparer, string succes)
    {
        Guid? prepare = null;
        Retour = await Operation.ExecuterAsync(async () =>
        {
            await using var contenu = File.OpenRead(fichier.Chemin);
            prepare = await preparer(await Acteur.LireAsync(), contenu);
            return succes;
        });
        _retourDe = prepare ?? Import;
        if (prepare is { } id)
        {
            Navigation.NavigateTo(Adresse(id));
        }
    }

    /// <summary>Pourquoi « tout ou rien » n'est pas possible ; null s'il l'est.</summary>
    /// <param name="import">L'import montré.</param>
    /// <param name="rienAFaire">La phrase à dire quand il ne changerait rien ; null s'il change quelque chose.</param>
    protected static string? RaisonDeTout(ImportLu import, string? rienAFaire) =>
        import.Erreurs > 0
            ? $"{Formats.Compter(import.Erreurs, "ligne est", "lignes sont")} en erreur : tout ou rien n'est possible que sans erreur."
            : rienAFaire;

    protected async Task AgirAsync(Func<Task<string>> geste)
    {
        (Retour, _retourDe) = (await Operation.ExecuterAsync(geste), Import);
        await ChargerAsync();
    }
}

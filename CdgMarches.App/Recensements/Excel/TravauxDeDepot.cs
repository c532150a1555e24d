using System.Text.Json;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Ce qu'un travail de dépôt doit faire.</summary>
/// <param name="Campagne">La campagne.</param>
/// <param name="Depot">Le dépôt.</param>
/// <param name="Choisis">Les imports à appliquer ; null pour tous.</param>
/// <param name="Mode">Ce que l'on fait des lignes en erreur.</param>
public sealed record DemandeDeDepot(
    Guid Campagne,
    Guid Depot,
    IReadOnlyList<Guid>? Choisis = null,
    ModeDImport Mode = ModeDImport.ToutOuRien
);

/// <summary>Lit les classeurs d'un dépôt en vrac.</summary>
public sealed class ExaminerLeDepot(DeposerEnVrac deposer) : ITravail
{
    public const string Type = "recensements.depot.examiner";

    public async Task<FichierProduit?> ExecuterAsync(
        Acteur auteur,
        string parametres,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        var demande = JsonSerializer.Deserialize<DemandeDeDepot>(parametres)!;
        await deposer.ExaminerAsync(auteur, new CampagneId(demande.Campagne), demande.Depot, progres, annulation);
        return null;
    }
}

/// <summary>Importe les classeurs choisis d'un dépôt en vrac et rend le rapport.</summary>
public sealed class AppliquerLeDepot(DeposerEnVrac deposer, LireDepot lire) : ITravail
{
    public const string Type = "recensements.depot.appliquer";

    public async Task<FichierProduit?> ExecuterAsync(
        Acteur auteur,
        string parametres,
        IProgress<Avancement> progres,
        CancellationToken annulation
    )
    {
        var demande = JsonSerializer.Deserialize<DemandeDeDepot>(parametres)!;
        var campagne = new CampagneId(demande.Campagne);
        await deposer.AppliquerAsync(auteur, campagne, demande.Depot, demande.Choisis, demande.Mode, progres, annulation);
        return await lire.RapportAsync(auteur, campagne, demande.Depot, annulation) is { } rapport
            ? FichierProduit.De(rapport.Nom, TypesMime.Xlsx, rapport.Contenu)
            : null;
    }
}

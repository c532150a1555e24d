using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents;

/// <summary>Comment une série est remise.</summary>
public enum RemiseDeSerie
{
    /// <summary>Un fichier par destinataire, dans une archive.</summary>
    Archive,

    /// <summary>Tous à la suite dans un seul document, à imprimer d'un coup.</summary>
    UnSeulDocument,
}

/// <summary>Ce qu'une série doit produire.</summary>
public sealed record DemandeDeSerie(string Nature, IReadOnlyList<Guid> Objets, RemiseDeSerie Remise)
{
    public Guid? Modele { get; init; }

    public bool DOrigine { get; init; }

    /// <summary>Le nom de la série : « Convocations à la séance du 16 mars 2026 ».</summary>
    public string Titre { get; init; } = "";

    /// <summary>La série : rejouée après une coupure, elle ne produit pas deux fois le même document.</summary>
    public Guid Serie { get; init; } = Guid.CreateVersion7();
}

/// <summary>Met une production en série en file.</summary>
public sealed class ProduireEnSerie(FileDeTravaux file, CatalogueDeDocuments catalogue)
{
    internal const string Type = "documents.serie";

    /// <returns>Le travail, à donner à <c>SuiviDeTravail</c>.</returns>
    public Task<Guid> ExecuterAsync(Acteur acteur, DemandeDeSerie demande, CancellationToken annulation = default)
    {
        var nature = catalogue.De(demande.Nature);
        acteur.Exiger(nature.Droit);
        return file.LancerAsync(
            acteur,
            Type,
            demande.Titre.Length > 0 ? demande.Titre : nature.Titre,
            nature.Droit,
            demande,
            annulation
        );
    }
}

using System.Text.Json;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>L'aperçu d'un catalogue importé, tel qu'il est gardé sur le serveur.</summary>
public sealed record ApercuDeCatalogue(IReadOnlyList<LigneDeCatalogueImportee> Lignes, IReadOnlyList<string> Avis)
{
    internal string EnJson() => JsonSerializer.Serialize(this);

    internal static ApercuDeCatalogue DeJson(string? json) =>
        json is null ? new ApercuDeCatalogue([], []) : JsonSerializer.Deserialize<ApercuDeCatalogue>(json)!;
}

/// <summary>Une ligne du fichier.</summary>
/// <param name="NumeroExcel">Le numéro qu'Excel affiche.</param>
/// <param name="Designation">Sa désignation.</param>
/// <param name="Etat">L'état montré.</param>
/// <param name="Changement">Ce qu'elle change ; null si rien, ou si elle est en erreur.</param>
/// <param name="Cellules">Les cellules qui changent, ancienne et nouvelle valeur.</param>
/// <param name="Messages">Toutes ses remarques.</param>
public sealed record LigneDeCatalogueImportee(
    int NumeroExcel,
    string Designation,
    EtatDeLigne Etat,
    ChangementDeCatalogue? Changement,
    IReadOnlyList<CelluleChangee> Cellules,
    IReadOnlyList<string> Messages
);

public sealed record CelluleChangee(string Lettre, string Entete, string? Ancienne, string? Nouvelle);

/// <summary>Un changement du catalogue, sous une forme que le JSON garde.</summary>
public sealed record ChangementDeCatalogue(
    int? Numero,
    bool Retrait,
    Guid Prestation,
    int NumeroDeLot,
    int Ordre,
    string Designation,
    string Unite,
    decimal? Prix,
    int Demandes,
    int? LigneN1
)
{
    internal static ChangementDeCatalogue De(int? numero, DescriptionDeLigne description, bool retrait) =>
        new(
            numero,
            retrait,
            description.Prestation.Valeur,
            description.NumeroDeLot,
            description.Ordre,
            description.Designation,
            description.Unite,
            description.PrixUnitaireEstime,
            (int)description.Demandes,
            description.LigneN1
        );

    internal ModificationDeCatalogue EnModification() =>
        Retrait
            ? ModificationDeCatalogue.Retrait(Numero!.Value)
            : new ModificationDeCatalogue(
                Numero,
                new DescriptionDeLigne(
                    new PrestationId(Prestation),
                    NumeroDeLot,
                    Ordre,
                    Designation,
                    Unite,
                    Prix,
                    (ChampDeReponse)Demandes,
                    LigneN1
                )
            );
}

using System.Text.Json;
using System.Text.Json.Nodes;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Dit si le texte retenu d'un dossier se produirait encore avec les mêmes données.</summary>
/// <remarks>RG1.10. Les données gardées avec le document font foi ; l'en-tête du CDG et l'agent, ajoutés à la production, n'en sont pas.</remarks>
public sealed class ComparerLeTexte(CatalogueDeDocuments catalogue)
{
    private static readonly string[] Parts =
    [
        nameof(LigneDeFusion.Champs),
        nameof(LigneDeFusion.Conditions),
        nameof(LigneDeFusion.Tables),
    ];

    /// <returns>Vrai aussi quand il n'y a rien à comparer : aucun texte, ou un dossier déjà à la signature.</returns>
    public async Task<bool> EstAJourAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IConventionEnDossier sorte,
        DossierDeConvention dossier,
        CancellationToken annulation
    )
    {
        if (dossier is not { Texte: { } texte, ALaSignatureLe: null })
        {
            return true;
        }

        var gardees = await contexte
            .DocumentsProduits.Where(d => d.Id == texte)
            .Select(d => d.Donnees)
            .SingleOrDefaultAsync(annulation);
        var actuelles = await catalogue.De(sorte.Nature).ChargerAsync(acteur, dossier.ObjetId, annulation);
        return gardees is not null && actuelles is [var contenu, ..] && SontLesMemes(contenu, gardees);
    }

    private static bool SontLesMemes(DonneesDeFusion actuelles, string gardees)
    {
        var (neuf, ancien) = (JsonSerializer.SerializeToNode(actuelles, ProduireDocument.EnJson)!, JsonNode.Parse(gardees)!);
        return Array.TrueForAll(
            Parts,
            part =>
                neuf[part] is not JsonObject valeurs
                || valeurs.All(v =>
                    ancien[part] is JsonObject connues
                    && connues.TryGetPropertyValue(v.Key, out var connue)
                    && JsonNode.DeepEquals(v.Value, connue)
                )
        );
    }
}

using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Conventions;
using CdgMarches.Database.Semences;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Demarrage;

/// <summary>Le corpus opposable de la démonstration : le texte de chaque convention en vigueur, que reçoit qui entre.</summary>
internal sealed class CorpusDeDemonstration(ProduireDocument produire, CatalogueDeDocuments catalogue)
{
    /// <summary>Une étape de la démonstration, après les conventions ; ne touche pas à un corpus qui a déjà un document.</summary>
    public async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        var nature = catalogue.De(TexteDeLaConventionConstitutive.CodeDeNature);
        var conventions = await contexte
            .ConventionsConstitutives.Where(c => c.EnVigueurLe != null && !c.Documents.Any())
            .ToListAsync(annulation);
        foreach (var convention in conventions)
        {
            var texte = (await nature.ChargerAsync(ContexteDeDemonstration.Acteur, convention.Id.Valeur, annulation))[0];
            var produit = await produire.AjouterAsync(
                contexte,
                ContexteDeDemonstration.Acteur,
                nature,
                convention.Id.Valeur,
                texte,
                annulation: annulation
            );
            convention.AjouterDocument(
                GenreDeDocumentOpposable.Convention,
                "Convention constitutive",
                convention.EnVigueurLe!.Value,
                produit.Piece
            );
        }

        await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Maintenant, annulation);
    }
}

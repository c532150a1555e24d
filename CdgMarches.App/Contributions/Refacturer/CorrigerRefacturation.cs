using CdgMarches.App.Contributions.Grilles;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Refacturer;

/// <summary>Corrige ou retire une refacturation, tant que ses frais ne sont pas arrêtés.</summary>
public sealed class CorrigerRefacturation(TenirRefacturations tenir)
{
    /// <summary>Corrige ce qui n'est pas encore arrêté ; les lignes de frais et les participants restent.</summary>
    public Task ModifierAsync(
        Acteur acteur,
        RefacturationId id,
        int versionLue,
        DefinitionDeRefacturation definition,
        CancellationToken annulation = default
    ) =>
        tenir.AgirAsync(
            acteur,
            id,
            versionLue,
            async (contexte, r) =>
                r.Modifier(
                    definition,
                    await LireGrilles.RegimeAsync(contexte, r.Groupement, annulation),
                    await AutreAsync(contexte, r.Groupement, r.Exercice, definition, id, annulation),
                    await StratesDuGroupementAsync(contexte, r.Groupement, definition, annulation)
                ),
            annulation
        );

    /// <summary>Retire une refacturation ouverte par erreur.</summary>
    public Task SupprimerAsync(Acteur acteur, RefacturationId id, int versionLue, CancellationToken annulation = default) =>
        tenir.AgirAsync(
            acteur,
            id,
            versionLue,
            (contexte, r) =>
            {
                r.Supprimer();
                contexte.Remove(r);
                return Task.CompletedTask;
            },
            annulation
        );

    /// <summary>La grille des strates est une grille adoptée du groupement ; vrai aussi quand on n'en choisit pas.</summary>
    internal static async Task<bool> StratesDuGroupementAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        DefinitionDeRefacturation definition,
        CancellationToken annulation
    ) =>
        definition is not { Partage: CleDePartage.Strates, Strates: { } lignee }
        || await contexte
            .Grilles.DuGroupement(groupement)
            .AnyAsync(g => g.Lignee == lignee && g.Etat == EtatDeGrille.Adoptee, annulation);

    /// <summary>L'autre refacturation du groupement qui ferait naître les mêmes dettes.</summary>
    internal static async Task<string?> AutreAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        int exercice,
        DefinitionDeRefacturation definition,
        RefacturationId? sauf,
        CancellationToken annulation
    )
    {
        var (code, occurrence) = (definition.Type.Code.Trim().ToUpperInvariant(), definition.Occurrence.Trim());
        var autres = contexte.Refacturations.Where(r => r.Groupement == groupement && r.Exercice == exercice);
        if (sauf is { } id)
        {
            autres = autres.Where(r => r.Id != id);
        }

        return await autres
            .Where(r => r.Type.Code == code && r.Occurrence == occurrence)
            .Select(r => r.Intitule)
            .FirstOrDefaultAsync(annulation);
    }
}

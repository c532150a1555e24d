namespace CdgMarches.Domain.Groupements;

/// <summary>Un acte daté d'un dossier, ou encore attendu : ce dont la frise des actes est faite.</summary>
/// <param name="Libelle">L'acte.</param>
/// <param name="Le">Sa date ; nulle tant qu'il est attendu.</param>
/// <param name="Fondement">Le texte qui le demande.</param>
public sealed record ActeDeLaFrise(string Libelle, DateOnly? Le, string Fondement)
{
    /// <summary>Ce qui se dit d'un acte que plus rien n'attend ; nul tant que le dossier peut encore le voir venir.</summary>
    public string? SansSuite { get; init; }
}

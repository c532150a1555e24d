using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Identifiant d'un <see cref="BilanDExecution"/>.</summary>
public readonly record struct BilanDExecutionId(Guid Valeur) : IIdentifiant<BilanDExecutionId>
{
    public static BilanDExecutionId Nouveau() => new(Guid.CreateVersion7());

    public static BilanDExecutionId De(Guid valeur) => new(valeur);
}

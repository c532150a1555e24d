using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'un <c>ComptableAssignataire</c>.</summary>
public readonly record struct ComptableAssignataireId(Guid Valeur) : IIdentifiant<ComptableAssignataireId>
{
    public static ComptableAssignataireId Nouveau() => new(Guid.CreateVersion7());

    public static ComptableAssignataireId De(Guid valeur) => new(valeur);
}

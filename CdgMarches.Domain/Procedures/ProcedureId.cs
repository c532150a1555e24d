using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures;

/// <summary>Identifiant d'une <c>Procedure</c>.</summary>
public readonly record struct ProcedureId(Guid Valeur) : IIdentifiant<ProcedureId>
{
    public static ProcedureId Nouveau() => new(Guid.CreateVersion7());

    public static ProcedureId De(Guid valeur) => new(valeur);
}

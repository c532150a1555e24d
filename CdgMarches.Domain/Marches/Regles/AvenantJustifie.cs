using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Le cas d'un avenant se justifie par écrit.</summary>
/// <remarks>CCP, art. R2194-1 à R2194-7. Le faible montant se justifie par son montant.</remarks>
public sealed record AvenantJustifie(CasDAvenant Cas, string? Justification) : IRegle
{
    public string Code => "RG4.80";

    public string Fondement => "CCP, art. R2194-1 à R2194-7";

    public string? Champ => "avenant-justification";

    public bool EstRespectee => Cas is CasDAvenant.FaibleMontant || !string.IsNullOrWhiteSpace(Justification);

    public string Message =>
        $"Justifiez le cas « {Cas.Libelle()} » : clause visée, changement impossible, circonstance, ou raison pour laquelle rien n'est substantiel.";
}

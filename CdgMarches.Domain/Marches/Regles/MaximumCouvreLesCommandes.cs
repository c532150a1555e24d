using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Un nouveau maximum couvre ce qui est déjà commandé.</summary>
/// <remarks>RG4.72. CCP, art. R2162-4.</remarks>
public sealed record MaximumCouvreLesCommandes(MontantHt? Nouveau, MontantHt Consomme) : IRegle
{
    public string Code => "RG4.72";

    public string Fondement => "CCP, art. R2162-4";

    public string? Champ => "avenant-maximum";

    public bool EstRespectee => Nouveau is not { } maximum || (maximum.Centimes > 0 && maximum >= Consomme);

    public string Message =>
        $"Le maximum ne peut pas descendre sous ce qui est déjà commandé, {EnClair.Montant(Consomme)} : corrigez-le.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un lot de procédure met en concurrence une prestation, ou un lot, que le groupement propose.</summary>
/// <remarks>RG1.10, RG1.22. C'est par elle que l'on sait quels membres sont acheteurs.</remarks>
public sealed record LotDansLeGroupement(bool PrestationProposee, bool LotPropose) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public string? Champ => "lot-prestation";

    public bool EstRespectee => PrestationProposee && LotPropose;

    public string Message =>
        PrestationProposee
            ? "Ce lot n'est pas, ou plus, un lot de cette prestation : choisissez-en un autre."
            : "Choisissez une prestation que le groupement propose encore.";
}

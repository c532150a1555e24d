using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La prestation et le lot d'une ligne sont de la campagne.</summary>
public sealed record LotDeLaCampagne(int Rang, int NumeroDeLot, bool PrestationConnue, bool LotConnu) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Catalogue de la campagne";

    public string? Champ => "catalogue";

    public bool EstRespectee => PrestationConnue && LotConnu;

    public string Message =>
        PrestationConnue
            ? $"Changement n° {Rang} : le lot {NumeroDeLot} n'est pas un lot de cette prestation dans la campagne."
            : $"Changement n° {Rang} : cette prestation n'est pas recensée par la campagne.";
}

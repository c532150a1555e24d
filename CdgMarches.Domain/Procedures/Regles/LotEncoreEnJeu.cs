using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On ne constate plus rien sur un lot infructueux, sans suite ou relancé.</summary>
/// <remarks>CCP, art. R2185-1.</remarks>
public sealed record LotEncoreEnJeu(int Lot, IssueDeLot? Issue) : IRegle
{
    public string Code => "RG4.30";

    public string Fondement => "CCP, art. R2185-1";

    public bool EstRespectee => Issue is null or IssueDeLot.Attribue;

    public string Message =>
        $"Le lot {Lot.ToString(Francais.Culture)} est {Issue?.Libelle().ToLower(Francais.Culture)} : plus aucune étape ne s'y constate.";
}

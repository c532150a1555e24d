using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un procès-verbal signé ne change plus.</summary>
/// <remarks>RG2.33.</remarks>
public sealed record PvPasEncoreSigne(bool EstSigne) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Procès-verbal de la commission";

    public bool EstRespectee => !EstSigne;

    public string Message => "Le procès-verbal signé est déjà déposé, et ne change plus : déposez un rectificatif.";
}

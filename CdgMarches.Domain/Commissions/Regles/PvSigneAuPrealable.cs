using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On ne rectifie qu'un procès-verbal signé.</summary>
public sealed record PvSigneAuPrealable(bool EstSigne) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Procès-verbal de la commission";

    public bool EstRespectee => EstSigne;

    public string Message => "Le procès-verbal n'est pas encore signé : corrigez-le avant de le déposer.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Le point n'est pas déjà décidé.</summary>
public sealed record PointEncoreADecider(IssueDuPoint? Issue) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Procès-verbal de la commission";

    public bool EstRespectee => Issue is null;

    public string Message => $"Ce point est décidé ({Issue?.Libelle().ToLower(Francais.Culture)}) : il ne change plus.";
}

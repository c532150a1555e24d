using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une délégation ne finit pas avant de commencer.</summary>
public sealed record DelegationOrdonnee(DateOnly Du, DateOnly? Au) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Durée de la délégation";

    public string? Champ => "au";

    public bool EstRespectee => Au is not { } fin || fin >= Du;

    public string Message => $"La délégation commence le {EnClair.Date(Du)} : elle ne peut finir avant.";
}

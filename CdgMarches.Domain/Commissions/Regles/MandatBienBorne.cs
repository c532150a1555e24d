using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un mandat finit après avoir commencé.</summary>
public sealed record MandatBienBorne(DateOnly Du, DateOnly? Au) : IRegle
{
    public string Code => "RG2.091";

    public string Fondement => "Délibération de désignation";

    public string? Champ => "au";

    public bool EstRespectee => Au is not { } au || au >= Du;

    public string Message => "La fin du mandat est avant son début : corrigez l'une des deux dates.";
}

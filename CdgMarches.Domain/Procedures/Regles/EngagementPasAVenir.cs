using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le jour où une procédure est engagée n'est pas à venir.</summary>
/// <remarks>RG1.21. Il peut être passé : on reprend une procédure commencée avant la mise en service.</remarks>
public sealed record EngagementPasAVenir(DateOnly Engagement, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "Convention constitutive, art. 6.3";

    public string? Champ => "engagement";

    public bool EstRespectee => Engagement <= Aujourdhui && Engagement.Year >= 2001;

    public string Message => $"La date d'engagement va de 2001 à aujourd'hui, le {EnClair.Date(Aujourdhui)} : corrigez-la.";
}

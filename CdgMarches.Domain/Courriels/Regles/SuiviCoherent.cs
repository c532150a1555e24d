using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

/// <summary>Chaque issue demande la date qui fait la notification : la remise, ou la première présentation.</summary>
public sealed record SuiviCoherent(IssueDeCourrier Issue, DateOnly? PremierePresentation, DateOnly? RemisLe) : IRegle
{
    public string Code => "RG6.20";
    public string Fondement => "CPC, art. 668 et 669";

    public string Message =>
        Issue switch
        {
            IssueDeCourrier.Remis => "Un pli remis a une date de remise.",
            IssueDeCourrier.Refuse or IssueDeCourrier.NonReclame =>
                "Un pli refusé ou non réclamé a une date de première présentation, et pas de date de remise : c'est elle qui vaut notification.",
            _ => "Un pli en cours ou revenu d'une adresse inconnue n'a pas de date de remise.",
        };

    public string? Champ => Issue is IssueDeCourrier.Remis ? "remis-le" : "presentation";

    public bool EstRespectee =>
        Issue switch
        {
            IssueDeCourrier.Remis => RemisLe is not null,
            IssueDeCourrier.Refuse or IssueDeCourrier.NonReclame => PremierePresentation is not null && RemisLe is null,
            _ => RemisLe is null,
        };
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Deux adhésions d'une même collectivité ne se chevauchent pas.</summary>
/// <remarks>RG1.20.</remarks>
public sealed record SortieAvantLAdhesionSuivante(DateOnly? Sortie, DateOnly? AdhesionSuivante) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "sortie";

    public bool EstRespectee => AdhesionSuivante is not { } suivante || Sortie < suivante;

    public string Message =>
        $"Cette collectivité est de nouveau membre le {EnClair.Date(AdhesionSuivante ?? default)} : la sortie doit précéder ce jour.";
}

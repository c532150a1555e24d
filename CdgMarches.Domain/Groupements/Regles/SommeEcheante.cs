namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une somme due l'est un jour.</summary>
/// <remarks>RG1.30 : la délibération fixe les modalités financières.</remarks>
public sealed record SommeEcheante(int Rang, DateOnly? DueLe) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => $"somme-due-{Rang}";

    public bool EstRespectee => DueLe is not null;

    public string Message => $"La somme {Rang + 1} n'a pas d'échéance : donnez le jour où elle est due.";
}

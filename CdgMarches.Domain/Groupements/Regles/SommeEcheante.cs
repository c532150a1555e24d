using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une somme due l'est un jour, qui ne précède pas la délibération qui la fixe.</summary>
/// <remarks>RG1.30 : la délibération fixe les modalités financières.</remarks>
public sealed record SommeEcheante(int Rang, DateOnly? DueLe, DateOnly? AdopteeLe) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => $"somme-due-{Rang}";

    public bool EstRespectee => DueLe is not null && !(DueLe < AdopteeLe);

    public string Message =>
        DueLe is { } due
            ? $"La somme {Rang + 1} serait due le {EnClair.Date(due)}, avant la délibération qui la fixe, adoptée le {EnClair.Date(AdopteeLe!.Value)} : corrigez l'une des deux dates."
            : $"La somme {Rang + 1} n'a pas d'échéance : donnez le jour où elle est due.";
}

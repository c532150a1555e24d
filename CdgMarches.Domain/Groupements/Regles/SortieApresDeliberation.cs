using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>La sortie ne précède pas le jour où la délibération est exécutoire.</summary>
/// <remarks>RG1.30, RG1.31 : au régime du préavis, une délibération exécutoire après le 31 décembre le rend caduc.</remarks>
public sealed record SortieApresDeliberation(DateOnly? Sortie, DateOnly? ExecutoireLe) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "sortie";

    public bool EstRespectee => Sortie is not { } sortie || ExecutoireLe is not { } executoire || executoire <= sortie;

    public string Message =>
        $"La sortie du {EnClair.Date(Sortie!.Value)} précède le jour où la délibération est exécutoire, le {EnClair.Date(ExecutoireLe!.Value)} : un retrait n'a pas d'effet rétroactif.";
}

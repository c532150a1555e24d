using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une convention en vigueur ne reçoit plus de partie : on y entre par une adhésion.</summary>
/// <remarks>RG1.20. Une partie ajoutée après coup ferait perdre à la convention l'entrée en vigueur que les autres ont acquise.</remarks>
public sealed record PartieAvantLEntreeEnVigueur(string Nom, DateOnly? EnVigueurLe) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "partie";

    public bool EstRespectee => EnVigueurLe is null;

    public string Message =>
        $"La convention est en vigueur depuis le {EnClair.Date(EnVigueurLe!.Value)} : {Nom} y entre par un dossier d'adhésion, non par une signature ajoutée à celles des fondateurs.";
}

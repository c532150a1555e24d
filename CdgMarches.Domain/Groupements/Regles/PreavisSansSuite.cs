using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un préavis n'est caduc que passé le 31 décembre sans délibération exécutoire.</summary>
/// <remarks>RG1.31.</remarks>
public sealed record PreavisSansSuite(bool EstCaduc, DateOnly? SortieLe) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public bool EstRespectee => EstCaduc;

    public string Message =>
        SortieLe is { } sortie
            ? $"Le préavis n'est pas caduc : la délibération peut encore devenir exécutoire jusqu'au {EnClair.Date(sortie)}."
            : "Aucun préavis n'est enregistré.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On n'adhère qu'à une convention en vigueur.</summary>
/// <remarks>RG1.12, RG1.14. Celle qu'un groupement ne tient pas dans l'application n'est pas jugée.</remarks>
public sealed record AdhesionAUneConventionEnVigueur(DateOnly Effet, EntreeEnVigueur? Convention) : IRegleDeConvention
{
    public string Code => "RG1.12";

    public string Article => "2";

    public string? Champ { get; init; } = "effet";

    public bool EstRespectee => Convention is null || Convention.EstAcquise(Effet);

    public string Message =>
        Convention!.Le is { } le
            ? $"La convention n'entre en vigueur que le {EnClair.Date(le)} : l'adhésion ne peut pas prendre effet avant."
            : $"La convention n'est pas en vigueur : il manque {string.Join(", ", Convention.Manquent)}. L'adhésion prend effet une fois qu'elle l'est.";
}

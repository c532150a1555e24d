using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un avenant modifie une convention en vigueur le jour où il est signé.</summary>
/// <remarks>RG1.12, RG1.34. Celle qu'un groupement ne tient pas dans l'application n'est pas jugée.</remarks>
public sealed record AvenantAUneConventionEnVigueur(DateOnly? SigneLe, EntreeEnVigueur? Convention) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "signe";

    public bool EstRespectee => Convention is null || (Convention.Le is { } le && !(SigneLe < le));

    public string Message =>
        Convention!.Le is { } le
            ? $"La convention n'est en vigueur que depuis le {EnClair.Date(le)} : un avenant ne la modifie pas avant. Corrigez la date de signature."
            : $"La convention n'est pas en vigueur : il manque {string.Join(", ", Convention.Manquent)}. Un avenant n'en modifie qu'une qui l'est ; complétez-la sous l'onglet Convention.";
}

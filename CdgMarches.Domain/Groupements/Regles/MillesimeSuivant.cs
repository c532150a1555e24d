using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un nouveau millésime suit l'ancien.</summary>
/// <remarks>RG1.17.</remarks>
public sealed record MillesimeSuivant(int? Ancien, int? Nouveau) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "millesime";

    public bool EstRespectee => Nouveau is { } nouveau && (Ancien is not { } ancien || nouveau > ancien);

    public string Message =>
        Ancien is { } ancien
            ? $"Le nouveau millésime suit celui de {ancien.ToString(System.Globalization.CultureInfo.InvariantCulture)} : donnez une année plus tardive."
            : "Donnez l'année du nouveau millésime.";
}

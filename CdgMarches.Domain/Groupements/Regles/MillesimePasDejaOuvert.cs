using System.Globalization;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un millésime ne s'ouvre qu'une fois à la suite d'un autre : ses invités n'ont pas deux dossiers pour la même année.</summary>
/// <remarks>RG1.17.</remarks>
/// <param name="Millesime">L'année que l'on veut ouvrir.</param>
/// <param name="DejaOuvert">La référence du groupement qui l'a déjà ouverte ; nul s'il n'y en a pas.</param>
public sealed record MillesimePasDejaOuvert(int? Millesime, ReferenceDeGroupement? DejaOuvert) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "millesime";

    public bool EstRespectee => DejaOuvert is null;

    public string Message =>
        $"Le millésime {Millesime?.ToString(CultureInfo.InvariantCulture)} est déjà ouvert à la suite de ce groupement, sous la référence {DejaOuvert} : complétez celui-là, ou donnez une autre année.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Ce qui s'est fait au titre d'une convention conclue : les actes qui la portent ne s'effacent plus sous lui.</summary>
/// <param name="Designation">Avec son article (« le compte de plateforme de Claude Test »).</param>
/// <param name="Jour">Le jour où il s'est fait.</param>
public sealed record FaitSousLaConvention(string Designation, DateOnly Jour)
{
    internal string EnPhrase => $"{Designation}, du {EnClair.Date(Jour)}";
}

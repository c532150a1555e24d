using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une collectivité n'est pas deux fois membre le même jour.</summary>
/// <remarks>RG1.20.</remarks>
public sealed record PasDejaMembre(Periode? AutreAdhesion) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "6.3";

    public string? Champ => "entree";

    public bool EstRespectee => AutreAdhesion is null;

    public string Message =>
        $"Cette collectivité est déjà membre {EnClair.Validite(AutreAdhesion!.Debut, AutreAdhesion.Fin)} : modifiez cette adhésion au lieu d'en créer une seconde.";
}

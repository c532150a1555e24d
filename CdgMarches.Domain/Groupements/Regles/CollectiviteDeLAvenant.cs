using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un avenant d'adhésion ou de coordonnateur nomme une collectivité.</summary>
/// <remarks>RG1.20, RG1.33.</remarks>
public sealed record CollectiviteDeLAvenant(GenreDAvenant Genre, CollectiviteId? Collectivite) : IRegleDeConvention
{
    public string Code => "RG1.20";

    public string Article => "7 et 6.3";

    public string? Champ => "collectivite";

    public bool EstRespectee => !Genre.NommeUneCollectivite() || Collectivite is { Valeur: var cle } && cle != Guid.Empty;

    public string Message =>
        Genre is GenreDAvenant.Adhesion ? "Choisissez la collectivité qui entre." : "Choisissez le nouveau coordonnateur.";
}

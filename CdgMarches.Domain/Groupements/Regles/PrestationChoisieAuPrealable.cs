using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne quitte qu'une prestation choisie.</summary>
/// <remarks>B6.</remarks>
public sealed record PrestationChoisieAuPrealable(string Libelle, bool EstChoisie) : IRegle
{
    public string Code => "RG1.20";

    public string Fondement => "Convention constitutive, objet";

    public string? Champ => "prestation";

    public bool EstRespectee => EstChoisie;

    public string Message => $"« {Libelle} » n'est pas choisie par ce membre : rien à quitter.";
}

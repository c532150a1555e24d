using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un membre ne choisit pas deux fois la même prestation pour un même jour.</summary>
/// <remarks>B6.</remarks>
public sealed record PrestationPasDejaChoisie(string Libelle, bool EstChoisie) : IRegle
{
    public string Code => "RG1.20";

    public string Fondement => "Convention constitutive, objet";

    public string? Champ => "prestation";

    public bool EstRespectee => !EstChoisie;

    public string Message => $"« {Libelle} » est déjà choisie à cette date : rien à faire.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un point de l'ordre du jour a un intitulé.</summary>
/// <remarks>RG2.14.</remarks>
public sealed record TitreDePointRenseigne(string Titre) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => "titre";

    public bool EstRespectee => Titre.Length is > 0 and <= PointDOrdreDuJour.LongueurDuTitre;

    public string Message =>
        $"Donnez l'intitulé du point, en {PointDOrdreDuJour.LongueurDuTitre.ToString(Francais.Culture)} caractères au plus.";
}

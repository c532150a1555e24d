using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une campagne a un intitulé, de longueur raisonnable.</summary>
public sealed record IntituleRenseigne(string? Intitule) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Objet de la campagne";

    public string? Champ => "intitule";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Intitule) && Intitule.Trim().Length <= Campagne.LongueurIntitule;

    public string Message =>
        string.IsNullOrWhiteSpace(Intitule)
            ? "Donnez un intitulé à la campagne."
            : $"L'intitulé a {Intitule.Trim().Length} caractères : {Campagne.LongueurIntitule} au plus. Raccourcissez-le.";
}

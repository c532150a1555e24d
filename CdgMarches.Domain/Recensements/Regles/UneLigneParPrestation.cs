using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Chaque prestation recensée a au moins une ligne de catalogue.</summary>
public sealed record UneLigneParPrestation(IReadOnlyList<string> SansLigne) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Catalogue de la campagne";

    public string? Champ => "catalogue";

    public bool EstRespectee => SansLigne.Count == 0;

    public string Message =>
        $"Le catalogue ne demande rien pour : {string.Join(", ", SansLigne)}. Ajoutez au moins une ligne à chacune, ou retirez la prestation.";
}

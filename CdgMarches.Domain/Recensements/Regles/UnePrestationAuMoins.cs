using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une campagne recense au moins une prestation.</summary>
public sealed record UnePrestationAuMoins(int Nombre) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Objet de la campagne";

    public string? Champ => "prestations";

    public bool EstRespectee => Nombre > 0;

    public string Message => "Choisissez au moins une prestation du groupement à recenser.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La ligne que l'on corrige ou retire existe et est encore demandée.</summary>
public sealed record LigneConnue(int Numero, bool EstDemandee) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Catalogue de la campagne";

    public bool EstRespectee => EstDemandee;

    public string Message =>
        $"La ligne {Numero} n'est pas, ou n'est plus, dans le catalogue. Rechargez la page pour voir la version en cours.";
}

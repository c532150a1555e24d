using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une ligne ne passe pas d'une prestation à une autre.</summary>
public sealed record PrestationDeLaLigneInchangee(int Numero, bool EstInchangee) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Catalogue de la campagne";

    public bool EstRespectee => EstInchangee;

    public string Message => $"La ligne {Numero} ne peut changer de prestation. Retirez-la et ajoutez-la sous l'autre.";
}

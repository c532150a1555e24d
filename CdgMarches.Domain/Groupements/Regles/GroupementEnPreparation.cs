using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On n'ouvre qu'un groupement en préparation.</summary>
/// <remarks>RG1.12.</remarks>
public sealed record GroupementEnPreparation(EtatDuGroupement Etat) : IRegle
{
    public string Code => "RG1.12";

    public string Fondement => "Convention constitutive, entrée en vigueur";

    public bool EstRespectee => Etat is EtatDuGroupement.EnPreparation;

    public string Message => $"Ce groupement est déjà {Etat.Libelle().ToLower(Francais.Culture)} : rien à faire.";
}

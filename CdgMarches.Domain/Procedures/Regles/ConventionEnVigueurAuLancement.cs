using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La convention est en vigueur avant le lancement de la procédure.</summary>
/// <remarks>RG1.14. Le groupement ouvert, entre ses deux dates comprises, vaut convention en vigueur.</remarks>
public sealed record ConventionEnVigueurAuLancement(EtatDuGroupement Etat, DateOnly Debut, DateOnly? Fin, DateOnly Lancement)
    : IRegle
{
    public string Code => "RG1.14";

    public string Fondement => "DAJ, Les groupements de commandes";

    public bool EstRespectee => Etat is EtatDuGroupement.Ouvert && Debut <= Lancement && (Fin is not { } fin || Lancement <= fin);

    public string Message =>
        Etat is EtatDuGroupement.Ouvert
            ? $"Le groupement court {EnClair.Validite(Debut, Fin)} : le lancement doit tomber dans ces dates."
            : $"Le groupement est {Etat.Libelle().ToLower(Francais.Culture)} : sa convention doit être en vigueur avant le lancement. Ouvrez d'abord le groupement.";
}

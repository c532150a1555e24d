using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La convention est en vigueur avant le lancement de la procédure.</summary>
/// <remarks>
/// RG1.14. Le groupement ouvert, entre ses deux dates comprises, vaut convention en vigueur quand elle n'est pas tenue dans
/// l'application ; quand elle l'est, son entrée en vigueur (RG1.12) est acquise le jour du lancement, ce jour compris.
/// </remarks>
public sealed record ConventionEnVigueurAuLancement(
    EtatDuGroupement Etat,
    DateOnly Debut,
    DateOnly? Fin,
    DateOnly Lancement,
    EntreeEnVigueur? Convention = null
) : IRegle
{
    public string Code => "RG1.14";

    public string Fondement => "DAJ, Les groupements de commandes";

    public bool EstRespectee => GroupementOuvert && Convention?.EstAcquise(Lancement) != false;

    public string Message =>
        Etat is not EtatDuGroupement.Ouvert
            ? $"Le groupement est {Etat.Libelle().ToLower(Francais.Culture)} : sa convention doit être en vigueur avant le lancement. Ouvrez d'abord le groupement."
        : !GroupementOuvert ? $"Le groupement court {EnClair.Validite(Debut, Fin)} : le lancement doit tomber dans ces dates."
        : Convention!.Le is { } le
            ? $"La convention entre en vigueur le {EnClair.Date(le)} : la procédure ne peut pas être lancée le {EnClair.Date(Lancement)}."
        : $"La convention n'est pas en vigueur : il manque {string.Join(", ", Convention.Manquent)}. La procédure ne peut pas être lancée.";

    private bool GroupementOuvert =>
        Etat is EtatDuGroupement.Ouvert && Debut <= Lancement && (Fin is not { } fin || Lancement <= fin);
}

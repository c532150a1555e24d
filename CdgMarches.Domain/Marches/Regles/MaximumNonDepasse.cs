using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>La somme des commandes de tous les membres reste dans le maximum.</summary>
/// <remarks>RG4.72. CJUE C-23/20 : le maximum atteint, l'accord-cadre a épuisé ses effets. Une commande déjà émise est un fait : elle s'enregistre avec sa raison.</remarks>
public sealed record MaximumNonDepasse(MontantHt CumulAvec, MontantHt? Maximum, EtatDeCommande Etat) : IRegle
{
    public string Code => "RG4.72";

    public string Fondement => "CCP, art. R2162-4 ; CJUE C-23/20";

    public Portee Portee => Etat is EtatDeCommande.EnPreparation ? Portee.Bloque : Portee.Avertit;

    public string? Champ => "commande-montant";

    public bool EstRespectee => Maximum is not { } maximum || CumulAvec <= maximum;

    public string Message =>
        Etat is EtatDeCommande.EnPreparation
            ? $"Avec cette commande le total serait de {EnClair.Montant(CumulAvec)}, au-delà du maximum de {EnClair.Montant(Maximum!.Value)} : elle ne peut pas partir."
            : $"Cette commande porte le total à {EnClair.Montant(CumulAvec)}, au-delà du maximum de {EnClair.Montant(Maximum!.Value)}. Déjà émise, elle sera enregistrée comme dépassement : dites pourquoi.";
}

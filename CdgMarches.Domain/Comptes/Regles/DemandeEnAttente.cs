using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Une demande de compte ne se décide qu'une fois.</summary>
public sealed record DemandeEnAttente(EtatDeDemande Etat) : IRegle
{
    public string Code => "A7";

    public string Fondement => "Règle de l'application";

    public bool EstRespectee => Etat is EtatDeDemande.EnAttente;

    public string Message =>
        Etat is EtatDeDemande.Acceptee
            ? "Cette demande a déjà été acceptée : le compte est ouvert."
            : "Cette demande a déjà été refusée : la personne peut en déposer une autre.";
}

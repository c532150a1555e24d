using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Une collectivité qui gère ses comptes garde quelqu'un pour les gérer.</summary>
/// <remarks>Le centre de gestion, lui, peut retirer le dernier : il gère tous les comptes.</remarks>
/// <param name="Collectivite">La collectivité.</param>
/// <param name="PerdSaGestion">Qui n'est pas du centre de gestion retire à quelqu'un, tout de suite ou à terme, la gestion des comptes.</param>
/// <param name="Autres">Combien d'autres les gèrent encore ce jour-là, dont le compte est ouvert.</param>
public sealed record UneGestionDesComptesReste(string Collectivite, bool PerdSaGestion, int Autres) : IRegle
{
    public string Code => "L1";

    public string Fondement => "Règle de l'application";

    public string Champ => "gere-les-comptes";

    public bool EstRespectee => !PerdSaGestion || Autres > 0;

    public string Message =>
        $"Plus personne ne gérerait les comptes pour {Collectivite} : désignez d'abord quelqu'un d'autre, ou demandez au centre de gestion de le faire.";
}

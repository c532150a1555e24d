using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une ligne de catalogue dit ce qu'elle demande : désignation, unité, un besoin au moins, un prix qui tient.</summary>
public sealed record LigneDecrite(int Rang, DescriptionDeLigne Description) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Catalogue de la campagne";

    public string? Champ => "catalogue";

    public bool EstRespectee => Defaut is null;

    public string Message => $"Changement n° {Rang} : {Defaut}";

    private string? Defaut =>
        Description switch
        {
            { Designation: var d } when string.IsNullOrWhiteSpace(d) => "la désignation manque.",
            { Designation.Length: > LigneDeCatalogue.LongueurDesignation } =>
                $"la désignation a {Description.Designation.Length} caractères, {LigneDeCatalogue.LongueurDesignation} au plus.",
            { Unite: var u } when string.IsNullOrWhiteSpace(u) => "l'unité manque (« unité », « rame », « licence »…).",
            { Unite.Length: > LigneDeCatalogue.LongueurUnite } =>
                $"l'unité a {Description.Unite.Length} caractères, {LigneDeCatalogue.LongueurUnite} au plus.",
            { Demandes: var champs } when (champs & ChampsDeReponse.DeBesoin) == 0 =>
                "la ligne ne demande aucun besoin : cochez minimum, estimé, maximum ou montant HT.",
            { PrixUnitaireEstime: < 0 } => "le prix unitaire estimé est négatif.",
            { PrixUnitaireEstime: > ValeurDeCellule.Plafond } => "le prix unitaire estimé dépasse un milliard.",
            { PrixUnitaireEstime: { } prix } when prix != decimal.Round(prix, 4) =>
                "le prix unitaire estimé a plus de quatre décimales.",
            _ => null,
        };
}

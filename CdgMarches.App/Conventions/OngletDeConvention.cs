namespace CdgMarches.App.Conventions;

/// <summary>Un onglet de la fiche d'une convention ; une autre capacité en ajoute en l'enregistrant dans les services.</summary>
/// <param name="Libelle">Le nom de l'onglet.</param>
/// <param name="Rubrique">La fin de son adresse ; vide pour la synthèse.</param>
/// <param name="Ordre">Son rang ; l'historique est à 90.</param>
public sealed record OngletDeConvention(string Libelle, string Rubrique, int Ordre);

namespace CdgMarches.App.Socle.Composants;

/// <summary>Un champ dont la valeur saisie et celle que la base a reçue entre-temps diffèrent.</summary>
/// <param name="Cle">L'identifiant du champ.</param>
/// <param name="Libelle">Son nom, tel que le formulaire l'affiche.</param>
/// <param name="Mienne">Ce que l'agent a saisi.</param>
/// <param name="Sienne">Ce que l'autre a enregistré.</param>
public sealed record EcartDeSaisie(string Cle, string Libelle, string? Mienne, string? Sienne);

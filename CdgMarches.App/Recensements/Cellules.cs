using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements;

/// <summary>Une cellule à enregistrer.</summary>
/// <param name="Ligne">Le numéro de la ligne de catalogue.</param>
/// <param name="Champ">La colonne.</param>
/// <param name="Lue">La valeur qui était affichée quand on a commencé à taper.</param>
/// <param name="Nouvelle">La valeur tapée.</param>
public readonly record struct Cellule(int Ligne, ChampDeReponse Champ, ValeurDeCellule Lue, ValeurDeCellule Nouvelle);

/// <summary>Ce qu'il est advenu d'une cellule.</summary>
public enum SortDeCellule
{
    Enregistree,

    /// <summary>La base a déjà cette valeur : rien n'est écrit.</summary>
    Inchangee,

    /// <summary>Quelqu'un d'autre a changé la cellule depuis qu'elle a été lue : rien n'est écrasé.</summary>
    Conflit,

    /// <summary>La valeur ne se lit pas, ou la ligne ne la demande pas.</summary>
    Refusee,
}

/// <summary>Le sort d'une cellule, et en cas de conflit la valeur de l'autre.</summary>
/// <param name="Ligne">La ligne.</param>
/// <param name="Champ">La colonne.</param>
/// <param name="Sort">Ce qu'il en est advenu.</param>
/// <param name="Actuelle">La valeur que la base a maintenant.</param>
/// <param name="Message">La phrase à montrer, quand elle n'est pas enregistrée.</param>
/// <param name="Par">Qui a posé la valeur actuelle, en cas de conflit.</param>
/// <param name="Le">Quand, en cas de conflit.</param>
public sealed record ResultatDeCellule(
    int Ligne,
    ChampDeReponse Champ,
    SortDeCellule Sort,
    ValeurDeCellule Actuelle,
    string? Message = null,
    string? Par = null,
    DateTimeOffset? Le = null
);

/// <summary>Le sort d'un lot de cellules.</summary>
/// <param name="Cellules">Une par cellule demandée, dans l'ordre.</param>
/// <param name="Instant">L'heure de l'enregistrement, que l'écran affiche.</param>
public sealed record ResultatDeSaisie(IReadOnlyList<ResultatDeCellule> Cellules, DateTimeOffset Instant);

using System.Text.Json.Serialization;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements;

/// <summary>Une cellule telle que le navigateur l'envoie.</summary>
/// <param name="L">La ligne.</param>
/// <param name="C">Le champ.</param>
/// <param name="V0">La valeur lue, comme elle s'affichait.</param>
/// <param name="V">La valeur tapée.</param>
public sealed record CelluleTapee(
    [property: JsonPropertyName("l")] int L,
    [property: JsonPropertyName("c")] ChampDeReponse C,
    [property: JsonPropertyName("v0")] string? V0,
    [property: JsonPropertyName("v")] string? V
);

/// <summary>Le sort d'une cellule, tel que le navigateur le reçoit.</summary>
public sealed record SortAffiche(
    int Ligne,
    ChampDeReponse Champ,
    string Sort,
    string Valeur,
    string? Message = null,
    string? Par = null,
    string? Heure = null
);

/// <summary>La réponse à un envoi : le sort de chaque cellule, ou la phrase qui les refuse toutes.</summary>
public sealed record RetourDeSaisie(string? Heure, IReadOnlyList<SortAffiche> Cellules, string? Refus = null)
{
    public static RetourDeSaisie Refuser(string phrase) => new(null, [], phrase);
}

using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Les notes d'une offre, critère par critère : ce qu'un agent a tapé, ou ce que l'autre a enregistré.</summary>
public sealed class SaisieDeNotes
{
    public Dictionary<int, decimal?> Notes { get; init; } = [];

    public static SaisieDeNotes De(AnalyseDeLot analyse, int offre) =>
        new()
        {
            Notes = analyse.Criteres.ToDictionary(
                c => c.Numero,
                c => analyse.Notes.FirstOrDefault(n => n.Offre == offre && n.Critere == c.Numero)?.Valeur
            ),
        };

    /// <summary>Un champ par critère, pour comparer deux saisies et choisir note par note.</summary>
    public static IReadOnlyList<ChampCompare<SaisieDeNotes>> Champs(AnalyseDeLot analyse) =>
        [
            .. analyse.Criteres.Select(c => new ChampCompare<SaisieDeNotes>(
                c.Intitule,
                s => s.Notes.GetValueOrDefault(c.Numero) is { } note ? Formats.Nombre(note) : null,
                (mienne, sienne) => mienne.Notes[c.Numero] = sienne.Notes.GetValueOrDefault(c.Numero)
            )),
        ];
}

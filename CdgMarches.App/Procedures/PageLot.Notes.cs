using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>La notation d'une offre : si un autre agent a noté entre-temps, les deux notes se montrent et se choisissent.</summary>
public sealed partial class PageLot
{
    private readonly Dictionary<int, decimal?> _notes = [];
    private Conflit<SaisieDeNotes>? _conflit;

    private decimal? NoteTapee(int critere) => _notes.GetValueOrDefault(critere);

    private async Task NoterAsync()
    {
        if (_offre is not { } offre)
        {
            await Refuser("note", "note-offre", "Choisissez l'offre à noter.");
            return;
        }

        _conflit = null;
        var depart = SaisieDeNotes.De(_lue!.Analyse, offre);
        if (
            !await ActesAsync(
                "note",
                [.. _notes.Where(n => n.Value is not null).Select(n => new ActeDAnalyse.Note(offre, n.Key, n.Value!.Value))],
                "Les notes sont enregistrées et le classement refait."
            ) && Retour is { Conflit: true }
        )
        {
            await ComparerLesNotesAsync(offre, depart);
        }
    }

    private async Task ComparerLesNotesAsync(int offre, SaisieDeNotes depart)
    {
        var acteur = await ActeurCourant.LireAsync();
        _conflit = await comparer.ExecuterAsync(
            acteur,
            new SaisieDeNotes { Notes = new Dictionary<int, decimal?>(_notes) },
            async () =>
                await lireAnalyse.ExecuterAsync(acteur, Procedure, Lot) is { } lue ? SaisieDeNotes.De(lue.Analyse, offre) : null,
            SaisieDeNotes.Champs(_lue!.Analyse),
            nameof(AnalyseDeLot),
            _lue.Analyse.Id.Valeur,
            depart
        );
        Retour = null;
    }

    private Task GarderLesNotesAsync(Conflit<SaisieDeNotes> conflit)
    {
        Reprendre(conflit.Mienne);
        return NoterAsync();
    }

    private void PrendreLesNotes(Conflit<SaisieDeNotes> conflit)
    {
        Reprendre(conflit.Sienne);
        _conflit = null;
    }

    private void Reprendre(SaisieDeNotes saisie)
    {
        _notes.Clear();
        foreach (var (critere, note) in saisie.Notes)
        {
            _notes[critere] = note;
        }
    }
}

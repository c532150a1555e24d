using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements;

/// <summary>Reçoit de la grille un bloc de cellules tapées, les lit, les enregistre et rend le sort de chacune en clair.</summary>
/// <remarks>Ce qui ne se lit pas est refusé cellule par cellule, sans empêcher les autres.</remarks>
public sealed class EnregistrerSaisie(SaisirCellules saisir, HorlogeLegale horloge)
{
    public async Task<RetourDeSaisie> ExecuterAsync(
        Acteur acteur,
        ReponseId reponse,
        IReadOnlyList<CelluleTapee> tapees,
        CancellationToken annulation = default
    )
    {
        if (tapees.Count > SaisirCellules.TailleDeBloc)
        {
            return RetourDeSaisie.Refuser(
                $"{tapees.Count} cellules envoyées d'un coup : {SaisirCellules.TailleDeBloc} au plus. Rien n'a été enregistré ; collez par blocs plus petits."
            );
        }

        var sorts = new SortAffiche?[tapees.Count];
        List<(int Rang, Cellule Cellule)> lues = [];
        foreach (var (rang, tapee) in tapees.Index())
        {
            if (!ChampsDeReponse.Tous.Contains(tapee.C))
            {
                sorts[rang] = Refuser(tapee, "Cette colonne n'existe pas : la valeur n'est pas enregistrée. Rechargez la page.");
            }
            else if (!ValeurDeCellule.TryLire(tapee.C, tapee.V, out var nouvelle, out var erreur))
            {
                sorts[rang] = Refuser(tapee, erreur);
            }
            else
            {
                ValeurDeCellule.TryLire(tapee.C, tapee.V0, out var lue, out _);
                lues.Add((rang, new Cellule(tapee.L, tapee.C, lue, nouvelle)));
            }
        }

        var instant = horloge.Maintenant;
        if (lues.Count > 0)
        {
            var resultat = await saisir.ExecuterAsync(acteur, reponse, [.. lues.Select(l => l.Cellule)], annulation);
            instant = resultat.Instant;
            foreach (var ((rang, _), sort) in lues.Zip(resultat.Cellules))
            {
                sorts[rang] = Afficher(sort);
            }
        }

        return new RetourDeSaisie(Heure(instant), [.. sorts.Select(s => s!)]);
    }

    private SortAffiche Afficher(ResultatDeCellule r) =>
        new(
            r.Ligne,
            r.Champ,
            r.Sort switch
            {
                SortDeCellule.Enregistree => "enregistree",
                SortDeCellule.Inchangee => "inchangee",
                SortDeCellule.Conflit => "conflit",
                SortDeCellule.Refusee => "refusee",
            },
            r.Actuelle.EnTexte(r.Champ),
            r.Message,
            r.Par,
            r.Le is { } le ? Heure(le) : null
        );

    private static SortAffiche Refuser(CelluleTapee tapee, string message) =>
        new(tapee.L, tapee.C, "refusee", tapee.V0 ?? "", message);

    private string Heure(DateTimeOffset instant) => Formats.Heure(instant, horloge.Fuseau);
}

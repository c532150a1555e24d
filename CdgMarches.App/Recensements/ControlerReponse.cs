using CdgMarches.Database;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Une ligne qui surprend ou qui ne tient pas.</summary>
/// <param name="Ligne">Son numéro.</param>
/// <param name="Designation">Sa désignation.</param>
/// <param name="EstOrdonnee">Faux si minimum ≤ estimé ≤ maximum n'est pas respecté.</param>
/// <param name="Anomalie">Ce qui surprend.</param>
/// <param name="Justification">Ce que le membre en a dit.</param>
public sealed record LigneSignalee(int Ligne, string Designation, bool EstOrdonnee, Anomalie Anomalie, string? Justification);

/// <summary>Ce que l'examen d'une réponse donne, pour la valider et pour le montrer.</summary>
public sealed record ExamenDeReponse(ControleDeReponse Controle, IReadOnlyList<LigneSignalee> Signalees);

/// <summary>Examine les lignes d'une réponse avant sa validation : ordre des quantités, écarts avec N-1 et avec la strate (C9).</summary>
public sealed class ControlerReponse(MedianesDeStrate medianes)
{
    public async Task<ExamenDeReponse> ExecuterAsync(MarchesDbContext contexte, Reponse reponse, CancellationToken annulation)
    {
        var catalogue = await contexte
            .LignesDeCatalogue.Where(l =>
                l.Campagne == reponse.Campagne && l.Prestation == reponse.Prestation && l.RetireeALaVersion == null
            )
            .OrderBy(l => l.NumeroDeLot)
            .ThenBy(l => l.Ordre)
            .ThenBy(l => l.Numero)
            .Select(l => new { l.Numero, l.Designation })
            .ToListAsync(annulation);
        var saisies = await contexte
            .LignesDeReponse.AsNoTracking()
            .Where(l => l.Reponse == reponse.Id)
            .ToDictionaryAsync(l => l.Ligne, annulation);
        var n1 = await ValeursN1.DeLaReponseAsync(contexte, reponse, annulation);
        var strate = await medianes.DeLaReponseAsync(contexte, reponse, annulation);

        // Of an answer where nothing is said yet, every line would surprise: the one obstacle is that nothing is said.
        var rienDeDit = !saisies.Values.Any(l => l.DitUnBesoin);
        List<LigneSignalee> signalees = [];
        foreach (var ligne in catalogue.Where(_ => !rienDeDit))
        {
            var saisie = saisies.GetValueOrDefault(ligne.Numero);
            var ordonnee = Anomalies.SontOrdonnees(saisie?.MinimumMilliemes, saisie?.EstimeMilliemes, saisie?.MaximumMilliemes);
            var anomalie = Anomalies.Examiner(
                new LigneAExaminer(
                    saisie?.MinimumMilliemes,
                    saisie?.EstimeMilliemes,
                    saisie?.MaximumMilliemes,
                    saisie?.MontantHtCentimes,
                    n1.GetValueOrDefault(ligne.Numero).Reference(),
                    strate.TryGetValue(ligne.Numero, out var mediane) ? mediane : null
                )
            );
            if (!ordonnee || anomalie is not Anomalie.Aucune)
            {
                signalees.Add(new LigneSignalee(ligne.Numero, ligne.Designation, ordonnee, anomalie, saisie?.Justification));
            }
        }

        var demandees = catalogue.Select(l => l.Numero).ToHashSet();
        return new ExamenDeReponse(
            new ControleDeReponse(
                saisies.Values.Count(l => l.DitUnBesoin && demandees.Contains(l.Ligne)),
                [.. signalees.Where(s => !s.EstOrdonnee).Select(s => s.Ligne)],
                [.. signalees.Where(s => s.Anomalie is not Anomalie.Aucune && s.Justification is null).Select(s => s.Ligne)]
            ),
            signalees
        );
    }
}

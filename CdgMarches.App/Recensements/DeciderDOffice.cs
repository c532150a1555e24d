using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Le sort d'une réponse dans une décision prise pour plusieurs.</summary>
/// <param name="Reponse">La réponse.</param>
/// <param name="Membre">Le nom du membre.</param>
/// <param name="Obstacle">Pourquoi elle n'a pas été décidée ; null si elle l'a été.</param>
public sealed record SortDeDecision(ReponseId Reponse, string Membre, string? Obstacle);

/// <summary>Décide des membres restés silencieux à la clôture, un par un ou ensemble ; le rapport dit le sort de chacun.</summary>
public sealed class DeciderDOffice(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<IReadOnlyList<SortDeDecision>> ExecuterAsync(
        Acteur acteur,
        IReadOnlyCollection<ReponseId> ids,
        DecisionDOffice decision,
        string? motif,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        contexte.ChangeTracker.AutoDetectChangesEnabled = false;
        var reponses = await contexte.ReponsesAChangerAsync(acteur, Droits.GererRecensements, ids, annulation);
        var collectivites = reponses.Select(r => r.Collectivite).Distinct().ToList();
        var noms = await contexte
            .Collectivites.Where(c => collectivites.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Nom, annulation);
        List<SortDeDecision> sorts = [];
        foreach (var reponse in reponses)
        {
            var n1 =
                decision is DecisionDOffice.ReprendreN1 ? await ValeursN1.DeLaReponseAsync(contexte, reponse, annulation) : [];
            var verdict = reponse.PeutDecider(decision, motif, n1.Count > 0, horloge.Maintenant);
            if (!verdict.EstFavorable)
            {
                sorts.Add(
                    new SortDeDecision(
                        reponse.Id,
                        noms[reponse.Collectivite],
                        string.Join(" ", verdict.Obstacles.Select(o => o.Message))
                    )
                );
                continue;
            }

            reponse.Decider(decision, acteur.Nom, motif!, n1.Count > 0, horloge.Maintenant);
            if (decision is DecisionDOffice.ReprendreN1)
            {
                reponse.ReprendreLesLignes(await RemplacerLesLignesAsync(contexte, reponse, n1, acteur, annulation), n1.Count);
            }

            sorts.Add(new SortDeDecision(reponse.Id, noms[reponse.Collectivite], null));
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return sorts;
    }

    /// <returns>Ce que le brouillon du membre portait, pour l'historique : rien de tapé ne disparaît sans trace.</returns>
    private async Task<string?> RemplacerLesLignesAsync(
        MarchesDbContext contexte,
        Reponse reponse,
        Dictionary<int, LigneDeReponse> n1,
        Acteur acteur,
        CancellationToken annulation
    )
    {
        var anciennes = await contexte.LignesDeReponse.Where(l => l.Reponse == reponse.Id).ToListAsync(annulation);
        var brouillon = anciennes.Count == 0 ? null : string.Join(" ; ", anciennes.Select(EnClair));
        contexte.LignesDeReponse.RemoveRange(anciennes);
        foreach (var (numero, valeurs) in n1)
        {
            var ligne = anciennes.Find(l => l.Ligne == numero);
            if (ligne is null)
            {
                ligne = new LigneDeReponse(reponse.Id, numero, horloge.Maintenant, acteur.Nom);
                contexte.LignesDeReponse.Add(ligne);
            }
            else
            {
                contexte.Entry(ligne).State = EntityState.Modified;
            }

            ligne.Recopier(valeurs, horloge.Maintenant, acteur.Nom);
        }

        return brouillon;
    }

    private static string EnClair(LigneDeReponse ligne) =>
        $"ligne {ligne.Ligne} : "
        + string.Join(
            ", ",
            ChampsDeReponse
                .Tous.Select(c => (Champ: c, Valeur: ligne.Valeur(c)))
                .Where(v => !v.Valeur.EstVide)
                .Select(v => $"{v.Champ.Libelle().ToLower(Francais.Culture)} {v.Valeur.EnTexte(v.Champ)}")
        );
}

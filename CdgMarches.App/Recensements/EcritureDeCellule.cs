using System.Linq.Expressions;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Domain.Recensements.Regles;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>La mise à jour gardée d'une cellule : elle ne touche la ligne que si la colonne a encore la valeur lue.</summary>
/// <remarks>Une forme de requête par colonne, que le moteur de requêtes garde compilée.</remarks>
internal static class EcritureDeCellule
{
    /// <summary>Fait avancer la version d'une réponse encore saisissable ; une réponse jamais ouverte devient un brouillon.</summary>
    /// <remarks>Lever une exception défait la transaction : une réponse rendue n'est jamais changée à moitié.</remarks>
    /// <exception cref="RegleMetierException">La réponse est rendue, ou son délai est écoulé.</exception>
    public static async Task AvancerAsync(
        MarchesDbContext contexte,
        ReponseId id,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var avancees = await contexte
            .Reponses.Where(r =>
                r.Id == id
                && r.OuverteJusqua > instant
                && (r.Etat == EtatDeReponse.NonOuverte || r.Etat == EtatDeReponse.Brouillon || r.Etat == EtatDeReponse.ARevoir)
            )
            .ExecuteUpdateAsync(
                r =>
                    r.SetProperty(x => x.Version, x => x.Version + 1)
                        .SetProperty(x => x.Etat, x => x.Etat == EtatDeReponse.NonOuverte ? EtatDeReponse.Brouillon : x.Etat),
                annulation
            );
        if (avancees == 0)
        {
            var etat = await contexte
                .Reponses.Where(r => r.Id == id)
                .Select(r => new { r.Etat, r.OuverteJusqua })
                .SingleAsync(annulation);
            Verdict.De(new ReponseSaisissable(etat.Etat), new DelaiOuvert(etat.OuverteJusqua, instant)).Exiger();
            throw new DbUpdateConcurrencyException();
        }
    }

    /// <returns>1 si la cellule est écrite, 0 si la ligne n'existe pas ou si sa valeur a changé.</returns>
    public static Task<int> ModifierAsync(
        MarchesDbContext contexte,
        ReponseId reponse,
        Cellule cellule,
        string auteur,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var ligne = contexte.LignesDeReponse.Where(l => l.Reponse == reponse && l.Ligne == cellule.Ligne);
        var (lue, nouvelle) = (cellule.Lue, cellule.Nouvelle);
        return cellule.Champ switch
        {
            ChampDeReponse.Minimum => EcrireAsync(
                ligne.Where(l => l.MinimumMilliemes == lue.Nombre),
                l => l.MinimumMilliemes,
                nouvelle.Nombre
            ),
            ChampDeReponse.Estime => EcrireAsync(
                ligne.Where(l => l.EstimeMilliemes == lue.Nombre),
                l => l.EstimeMilliemes,
                nouvelle.Nombre
            ),
            ChampDeReponse.Maximum => EcrireAsync(
                ligne.Where(l => l.MaximumMilliemes == lue.Nombre),
                l => l.MaximumMilliemes,
                nouvelle.Nombre
            ),
            ChampDeReponse.MontantHt => EcrireAsync(
                ligne.Where(l => l.MontantHtCentimes == lue.Nombre),
                l => l.MontantHtCentimes,
                nouvelle.Nombre
            ),
            ChampDeReponse.FinDeContrat => EcrireAsync(
                ligne.Where(l => l.FinDeContrat == lue.Jour),
                l => l.FinDeContrat,
                nouvelle.Jour
            ),
            ChampDeReponse.Imputation => EcrireAsync(
                ligne.Where(l => l.Imputation == lue.Texte),
                l => l.Imputation,
                nouvelle.Texte
            ),
            ChampDeReponse.Commentaire => EcrireAsync(
                ligne.Where(l => l.Commentaire == lue.Texte),
                l => l.Commentaire,
                nouvelle.Texte
            ),
            ChampDeReponse.Justification => EcrireAsync(
                ligne.Where(l => l.Justification == lue.Texte),
                l => l.Justification,
                nouvelle.Texte
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(cellule), cellule.Champ, "Ce n'est pas un champ seul."),
        };

        Task<int> EcrireAsync<T>(IQueryable<LigneDeReponse> visee, Expression<Func<LigneDeReponse, T>> colonne, T valeur) =>
            visee.ExecuteUpdateAsync(
                l => l.SetProperty(colonne, valeur).SetProperty(x => x.ModifieLe, instant).SetProperty(x => x.ModifiePar, auteur),
                annulation
            );
    }
}

using System.Linq.Expressions;
using CdgMarches.Database;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>La mise à jour gardée d'une cellule : elle ne touche la ligne que si la colonne a encore la valeur lue.</summary>
/// <remarks>Une forme de requête par colonne, que le moteur de requêtes garde compilée.</remarks>
internal static class EcritureDeCellule
{
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

using CdgMarches.App.Recensements;
using CdgMarches.Bench.Jeu;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// Une cellule saisie par un membre (droits, valeur lue, version de la réponse, historique), contre la mise à jour nue de la
/// même ligne. Les deux confirment sur le disque.
/// </summary>
internal static class MesureDeCellule
{
    private const string Auteur = "Sacha Membre";

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.CompleteAsync();
        var (duProduit, duPlancher) = (donnees.Jeu.Brouillons[0], donnees.Jeu.Brouillons[1]);
        var saisir = donnees.Service<SaisirCellules>();
        var membre = Acteurs.Referent(duProduit.Membre);
        var lues = await EstimesAsync(donnees, duProduit.Id);
        var (tour, tourNu) = (0, 0);
        var avant = await JournalAsync(donnees, duProduit.Id);

        var rapport = await Chronometre.CourtAsync(
            "une cellule",
            async () =>
            {
                var ligne = 1 + (tour % donnees.Jeu.Dimensions.Lignes);
                var (lue, nouvelle) = (lues[ligne], 1_000_000L + (++tour * 1000L));
                var resultat = await saisir.ExecuterAsync(
                    membre,
                    duProduit.Id,
                    [new Cellule(ligne, ChampDeReponse.Estime, ValeurDeCellule.DeNombre(lue), ValeurDeCellule.DeNombre(nouvelle))]
                );
                Rapport.Exiger(resultat.Cellules[0].Sort is SortDeCellule.Enregistree, "La cellule n'a pas été enregistrée.");
                lues[ligne] = nouvelle;
            },
            async () =>
            {
                var ligne = 1 + (tourNu % donnees.Jeu.Dimensions.Lignes);
                var touchees = await ModifierAsync(donnees, duPlancher.Id, ligne, 1_000_000L + (++tourNu * 1000L));
                Rapport.Exiger(touchees == 1, "La mise à jour nue n'a rien touché.");
            }
        );

        Rapport.Exiger(
            await JournalAsync(donnees, duProduit.Id) - avant == tour,
            "Une cellule enregistrée n'a pas laissé sa ligne d'historique."
        );
        Rapport.Ecrire("recensement-cellule", rapport, 4);
    }

    private static async Task<int> ModifierAsync(BaseDeBanc donnees, ReponseId reponse, int numero, long valeur)
    {
        var instant = TimeProvider.System.GetUtcNow();
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        return await contexte
            .LignesDeReponse.Where(l => l.Reponse == reponse && l.Ligne == numero)
            .ExecuteUpdateAsync(l =>
                l.SetProperty(x => x.EstimeMilliemes, valeur)
                    .SetProperty(x => x.ModifieLe, instant)
                    .SetProperty(x => x.ModifiePar, Auteur)
            );
    }

    private static async Task<Dictionary<int, long?>> EstimesAsync(BaseDeBanc donnees, ReponseId reponse)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        return await contexte
            .LignesDeReponse.Where(l => l.Reponse == reponse)
            .ToDictionaryAsync(l => l.Ligne, l => l.EstimeMilliemes);
    }

    private static async Task<int> JournalAsync(BaseDeBanc donnees, ReponseId reponse)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        return await contexte.Journal.CountAsync(l => l.ObjetId == reponse.Valeur);
    }
}

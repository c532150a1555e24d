using CdgMarches.App.Recensements;
using CdgMarches.Bench.Jeu;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>La consolidation d'une campagne close de 300 000 lignes, contre le même regroupement écrit à la main.</summary>
internal static class MesureDeConsolidation
{
    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.CompleteAsync();
        var campagne = donnees.Jeu.Campagnes[1];
        var lire = donnees.Service<LireConsolidation>();
        var lues = (await lire.ExecuterAsync(Acteurs.Gestionnaire, campagne)).Select(l => l.Somme).OrderBy(s => s.Ligne);
        var attendues = (await SommerAsync(donnees, campagne)).OrderBy(s => s.Ligne);
        Rapport.Exiger(
            lues.SequenceEqual(attendues),
            "La consolidation et le regroupement écrit à la main ne disent pas la même chose."
        );

        var rapport = await Chronometre.MoyenAsync(
            "consolidation d'une campagne",
            () => lire.ExecuterAsync(Acteurs.Gestionnaire, campagne),
            () => SommerAsync(donnees, campagne)
        );
        Rapport.Ecrire("recensement-consolidation", rapport, 1.3);
    }

    private static async Task<List<SommeDeLigne>> SommerAsync(BaseDeBanc donnees, CampagneId campagne)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        return await contexte
            .Database.SqlQuery<SommeDeLigne>(
                $"""
                SELECT l.Ligne,
                       COUNT(*) AS Reponses,
                       COALESCE(SUM(l.MinimumMilliemes), 0) AS Minimum,
                       COALESCE(SUM(l.EstimeMilliemes), 0) AS Estime,
                       COALESCE(SUM(l.MaximumMilliemes), 0) AS Maximum,
                       COALESCE(SUM(l.MontantHtCentimes), 0) AS MontantHt,
                       COALESCE(SUM(COALESCE(l.MaximumMilliemes, l.EstimeMilliemes, l.MinimumMilliemes)), 0) AS Retenu,
                       SUM(l.MaximumMilliemes IS NULL AND COALESCE(l.EstimeMilliemes, l.MinimumMilliemes) IS NOT NULL) AS SansMaximum
                FROM Reponses r
                JOIN LignesDeReponse l ON l.Reponse = r.Id
                WHERE r.Campagne = {campagne.Valeur} AND r.Etat IN ('Validee', 'RepriseN1')
                GROUP BY l.Ligne
                """
            )
            .ToListAsync();
    }
}

using CdgMarches.App.Recensements;
using CdgMarches.App.Socle;
using CdgMarches.Bench.Jeu;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// La première page du tableau de bord, contre les mêmes lignes et le même compte demandés à la main ; puis la même page
/// sans les campagnes passées.
/// </summary>
internal static class MesureDuTableau
{
    /// <summary>« Ne croît pas » laisse au bruit un cinquième.</summary>
    private const double SansCroissance = 1.2;

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.CompleteAsync();
        var campagne = donnees.Jeu.Campagnes[^1];
        var demande = new Demande();
        var page = await LireAsync(donnees, campagne, demande);
        var (lignes, total) = await LireALaMainAsync(donnees, campagne, demande.Prendre);
        Rapport.Exiger(
            page.Total == total
                && page.Elements.SelectMany(m => m.Cases.Select(c => (m.Nom, c.Id.Valeur, c.Etat.ToString())))
                    .SequenceEqual(lignes.Select(l => (l.Nom, l.Reponse, l.Etat))),
            "Le tableau de bord et la requête écrite à la main ne disent pas la même chose."
        );

        var rapport = await Chronometre.CourtAsync(
            "première page du tableau de bord",
            () => LireAsync(donnees, campagne, demande),
            () => LireALaMainAsync(donnees, campagne, demande.Prendre)
        );
        Rapport.Ecrire("recensement-tableau", rapport, 3);

        var seule = await banc.SansHistoireAsync();
        var croissance = await Chronometre.CourtAsync(
            "la même page, 3 campagnes contre 1",
            () => LireAsync(donnees, campagne, demande),
            () => LireAsync(seule, seule.Jeu.Campagnes[^1], demande)
        );
        Rapport.Ecrire("recensement-tableau-sans-historique", croissance, SansCroissance);
    }

    private static Task<PageDe<LigneDeMatrice>> LireAsync(BaseDeBanc donnees, CampagneId campagne, Demande demande) =>
        donnees.Service<LireTableauDeBord>().ExecuterAsync(Acteurs.Gestionnaire, campagne, demande);

    private static async Task<(List<LigneLue> Lignes, int Total)> LireALaMainAsync(
        BaseDeBanc donnees,
        CampagneId campagne,
        int taille
    )
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var total = await contexte
            .Database.SqlQuery<int>(
                $"SELECT COUNT(DISTINCT Collectivite) AS Value FROM Reponses WHERE Campagne = {campagne.Valeur}"
            )
            .SingleAsync();
        var lignes = await contexte
            .Database.SqlQuery<LigneLue>(
                $"""
                SELECT m.Id AS Membre, m.Nom, r.Id AS Reponse, r.Prestation, r.Etat, r.OuverteJusqua
                FROM (SELECT c.Id, c.Nom, c.CleDeTri
                      FROM Collectivites c
                      WHERE EXISTS (SELECT 1 FROM Reponses x WHERE x.Campagne = {campagne.Valeur} AND x.Collectivite = c.Id)
                      ORDER BY c.CleDeTri, c.Id
                      LIMIT {taille}) m
                JOIN Reponses r ON r.Campagne = {campagne.Valeur} AND r.Collectivite = m.Id
                ORDER BY m.CleDeTri, m.Id
                """
            )
            .ToListAsync();
        return (lignes, total);
    }

    private sealed record LigneLue(Guid Membre, string Nom, Guid Reponse, Guid Prestation, string Etat, DateTime OuverteJusqua);
}

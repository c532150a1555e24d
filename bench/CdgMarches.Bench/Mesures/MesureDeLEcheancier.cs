using CdgMarches.App.Echeancier;
using CdgMarches.App.Socle;
using CdgMarches.Bench.Jeu;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>Le mois de l'échéancier parmi 50 000 échéances, contre les mêmes comptes et les mêmes lignes demandés à la main.</summary>
internal static class MesureDeLEcheancier
{
    private const int Echeances = 50_000;
    private const int Jours = 1800;

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.CompleteAsync();
        var origine = new DateOnly(2025, 1, 1);
        var mois = new DateOnly(2026, 3, 1);
        await RemplirAsync(donnees, origine);
        var jours = await LireAsync(donnees, mois);
        var (nombres, lignes) = await LireALaMainAsync(donnees, mois);
        Rapport.Exiger(
            jours.Select(j => (j.Date, j.Nombre)).SequenceEqual(nombres.Select(n => (n.Date, n.Nombre)))
                && jours.Count == 31
                && lignes.Count == 300,
            "Le mois de l'échéancier et la requête écrite à la main ne disent pas la même chose."
        );
        var rapport = await Chronometre.CourtAsync(
            $"mois de l'échéancier, {Echeances:N0} échéances",
            () => LireAsync(donnees, mois),
            () => LireALaMainAsync(donnees, mois)
        );
        Rapport.Ecrire("echeancier-mois", rapport, 3);
    }

    private static async Task RemplirAsync(BaseDeBanc donnees, DateOnly origine)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        await contexte.Echeances.ExecuteDeleteAsync();
        await contexte.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {Echeances})
            INSERT INTO Echeances (ObjetType, ObjetId, Cle, Date, Libelle, CleDeRecherche, Code, Fondement, Collectivite, PourLesMembres, EstAccomplie, Alertes)
            SELECT 'Collectivite', c.Id, 'banc/' || i, date({origine.ToString(
                "O",
                System.Globalization.CultureInfo.InvariantCulture
            )}, '+' || (i % {Jours}) || ' days'),
                   'Fin du mandat n° ' || i, 'FIN DU MANDAT N ' || i, 'RG7.07', 'Délibération', c.Id, 0, 0, '180;90;30'
            FROM n JOIN (SELECT Id, ROW_NUMBER() OVER (ORDER BY Id) - 1 AS r FROM Collectivites) c ON c.r = i % {donnees.Jeu.Dimensions.Membres}
            """
        );
    }

    private static Task<IReadOnlyList<JourDuMois>> LireAsync(BaseDeBanc donnees, DateOnly mois) =>
        donnees.Service<LireEcheancier>().MoisAsync(Acteurs.Gestionnaire, mois, new Demande());

    private static async Task<(List<Compte> Nombres, List<Ligne> Lignes)> LireALaMainAsync(BaseDeBanc donnees, DateOnly mois)
    {
        var suivant = mois.AddMonths(1);
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var nombres = await contexte
            .Database.SqlQuery<Compte>(
                $"SELECT Date, COUNT(*) AS Nombre FROM Echeances WHERE NOT EstAccomplie AND Date >= {mois} AND Date < {suivant} GROUP BY Date ORDER BY Date"
            )
            .ToListAsync();
        var lignes = await contexte
            .Database.SqlQuery<Ligne>(
                $"""
                SELECT e.ObjetType, e.ObjetId, e.Cle, e.Date, e.Libelle, e.Code, e.Fondement, c.Nom
                FROM Echeances e LEFT JOIN Collectivites c ON c.Id = e.Collectivite
                WHERE NOT e.EstAccomplie AND e.Date >= {mois} AND e.Date < {suivant}
                ORDER BY e.Date, e.ObjetType, e.ObjetId, e.Cle
                LIMIT 300
                """
            )
            .ToListAsync();
        return (nombres, lignes);
    }

    private sealed record Compte(DateOnly Date, int Nombre);

    private sealed record Ligne(
        string ObjetType,
        Guid ObjetId,
        string Cle,
        DateOnly Date,
        string Libelle,
        string Code,
        string Fondement,
        string? Nom
    );
}

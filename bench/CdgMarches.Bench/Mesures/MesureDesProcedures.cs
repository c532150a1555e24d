using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Bench.Jeu;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// La liste de 2 000 procédures de dix ans avec leur prochaine étape, contre la requête nue ; la même page avec deux ans
/// d'histoire ; la somme de 200 000 commandes par membre et par marché, contre la même écrite à la main.
/// </summary>
internal static class MesureDesProcedures
{
    private const int ParAn = 200;
    private const int Commandes = 200_000;
    private const double SansCroissance = 1.2;

    public static async Task ExecuterAsync(Banc banc)
    {
        var courte = await banc.LegereAsync("procedures-2-ans");
        var longue = await banc.LegereAsync("procedures-10-ans");
        await SemerAsync(courte, annees: 2);
        await SemerAsync(longue, annees: 10);
        var demande = new Demande(Tri: "echeance");
        var page = await LireAsync(longue, demande);
        var (lignes, total) = await LireALaMainAsync(longue, demande.Prendre);
        Rapport.Exiger(
            page.Total == total && page.Elements.Select(p => p.Id.Valeur).SequenceEqual(lignes.Select(l => l.Id)),
            "La liste des procédures et la requête écrite à la main ne disent pas la même chose."
        );
        Rapport.Ecrire(
            "procedures-liste",
            await Chronometre.CourtAsync(
                "première page de 2 000 procédures",
                () => LireAsync(longue, demande),
                () => LireALaMainAsync(longue, demande.Prendre)
            ),
            3
        );
        Rapport.Ecrire(
            "procedures-liste-sans-historique",
            await Chronometre.CourtAsync(
                "la même page, dix ans contre deux",
                () => LireAsync(longue, demande),
                () => LireAsync(courte, demande)
            ),
            SansCroissance
        );

        await CommanderAsync(longue);
        Rapport.Exiger(
            (await SommesAsync(longue)).OrderBy(s => s).SequenceEqual((await SommesALaMainAsync(longue)).OrderBy(s => s)),
            "Les deux sommes des commandes diffèrent."
        );
        Rapport.Ecrire(
            "marches-consommation",
            await Chronometre.LongAsync(
                "consommation de 200 000 commandes par membre et par lot",
                () => SommesAsync(longue),
                () => SommesALaMainAsync(longue)
            ),
            1.3
        );
    }

    private static Task<PageDe<LigneDeProcedure>> LireAsync(BaseDeBanc donnees, Demande demande) =>
        donnees.Service<LireProcedures>().ExecuterAsync(Acteurs.Gestionnaire, demande);

    private static async Task<(List<LigneLue> Lignes, int Total)> LireALaMainAsync(BaseDeBanc donnees, int taille)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var total = await contexte.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Procedures").SingleAsync();
        var lignes = await contexte
            .Database.SqlQuery<LigneLue>(
                $"""
                SELECT p.Id, p.Reference, p.Objet, p.Nature, p.Etat, g.Nom, p.LanceeLe, p.TermineeLe, p.ProchaineEtape, p.ProchaineEcheance,
                       (SELECT COUNT(*) FROM ProceduresLots l WHERE l.ProcedureId = p.Id) AS Lots
                FROM Procedures p JOIN Groupements g ON g.Id = p.Groupement
                ORDER BY p.ProchaineEcheance IS NULL, p.ProchaineEcheance, p.Id LIMIT {taille}
                """
            )
            .ToListAsync();
        return (lignes, total);
    }

    private static async Task<List<long>> SommesAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        return [.. (await LireConsommation.Sommes(contexte).ToListAsync()).Select(s => s.Centimes)];
    }

    private static async Task<List<long>> SommesALaMainAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        return
        [
            .. (
                await contexte
                    .Database.SqlQuery<SommeLue>(
                        $"SELECT MarcheId, Collectivite, SUM(MontantCentimes) AS Centimes FROM Commandes GROUP BY MarcheId, Collectivite"
                    )
                    .ToListAsync()
            ).Select(s => s.Centimes),
        ];
    }

    /// <summary>Deux cents procédures par an, terminées sauf celles de l'année, chacune avec ses deux lots.</summary>
    /// <remarks>Deux modèles passent par le domaine ; le reste en est copié par la base, la mesure ne lit que ces tables.</remarks>
    private static async Task SemerAsync(BaseDeBanc donnees, int annees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var groupement = await contexte.Groupements.SingleAsync();
        groupement.Ouvrir(coordonnateurMembre: true);
        var enCours = UnModele(groupement, 1);
        var terminee = UnModele(groupement, 2);
        var jour = new DateOnly(2026, 1, 5);
        terminee.Lancer(jour, jour, groupement, terminee.Lots.ToDictionary(l => l.Numero, _ => 1));
        terminee.Terminer(jour.AddDays(90), IssueDeProcedure.SansSuite, jour.AddDays(90));
        contexte.AddRange(enCours, terminee);
        await contexte.EnregistrerAsync(Acteurs.Gestionnaire, DateTimeOffset.UnixEpoch);
        for (var annee = 0; annee < annees; annee++)
        {
            var modele = annee == 0 ? enCours : terminee;
            // Les deux modèles comptent parmi celles de l'année.
            await CopierAsync(contexte, modele, 2026 - annee, annee == 0 ? ParAn - 2 : ParAn);
        }
    }

    private static Procedure UnModele(Domain.Groupements.Groupement groupement, int numero)
    {
        var jour = new DateOnly(2026, 1, 5);
        var procedure = Procedure.Creer(
            new ReferenceDeProcedure(2026, numero),
            groupement.Id,
            $"Consultation {numero}",
            NatureDAchat.Services,
            jour
        );
        foreach (var intitule in (string[])["Premier lot", "Second lot"])
        {
            procedure.AjouterLot(new DefinitionDeLotDeProcedure(intitule, groupement.Prestations[0].Id), groupement);
        }

        procedure.PrevoirParDefaut(jour.AddDays(30), jour.AddDays(70), avecCao: true);
        return procedure;
    }

    private static async Task CopierAsync(MarchesDbContext contexte, Procedure modele, int annee, int nombre)
    {
        var cle = $"printf('00000000-0000-7{annee % 100:D2}0-8000-%012X', n.i)";
        var id = modele.Id.Valeur.ToString().ToUpperInvariant();
        await InsererAsync(
            "Procedures",
            $"WHERE m.\"Id\" = '{id}'",
            new()
            {
                ["Id"] = cle,
                ["Reference"] = $"printf('PROC-{annee}-%03d', n.i + 2)",
                ["Objet"] = $"'Consultation ' || n.i || ' de {annee}'",
                ["CleDeTri"] = $"'CONSULTATION ' || n.i || ' DE {annee}'",
                ["ProchaineEcheance"] =
                    "CASE WHEN m.\"ProchaineEcheance\" IS NULL THEN NULL ELSE date(m.\"ProchaineEcheance\", '+' || (n.i % 150) || ' days') END",
            }
        );
        await InsererAsync("ProceduresLots", $"WHERE m.\"ProcedureId\" = '{id}'", new() { ["ProcedureId"] = cle });

        async Task InsererAsync(string table, string filtre, Dictionary<string, string> valeurs)
        {
            var colonnes = await contexte
                .Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})")
                .ToListAsync();
            var sql = string.Concat(
                $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {nombre}) INSERT INTO \"{table}\" (",
                string.Join(", ", colonnes.Select(c => $"\"{c}\"")),
                ") SELECT ",
                string.Join(", ", colonnes.Select(c => valeurs.GetValueOrDefault(c, $"m.\"{c}\""))),
                $" FROM \"{table}\" m CROSS JOIN n {filtre}"
            );
            await contexte.Database.ExecuteSqlRawAsync(sql);
        }
    }

    private static async Task CommanderAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var procedures = await contexte.Procedures.OrderBy(p => p.Id).Take(20).ToListAsync();
        var jour = new DateOnly(2026, 7, 1);
        foreach (var (procedure, rang) in procedures.Select((p, i) => (p, i + 1)))
        {
            contexte.Add(
                Marche.Attribuer(
                    $"MAR-2026-{rang:D3}",
                    procedure,
                    procedure.Lots[0],
                    new AttributionDeMarche(jour, [("Titulaire", null)], MontantHt.DEuros(1_000_000m), null, null, 12, [])
                )
            );
        }

        await contexte.EnregistrerAsync(Acteurs.Gestionnaire, DateTimeOffset.UnixEpoch);
        await contexte.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Commandes - 1}),
              desMarches AS (SELECT "Id", ROW_NUMBER() OVER (ORDER BY "Id") - 1 AS rang, COUNT(*) OVER () AS nombre FROM "Marches"),
              desMembres AS (SELECT "Id", ROW_NUMBER() OVER (ORDER BY "Id") - 1 AS rang, COUNT(*) OVER () AS nombre FROM "Collectivites")
            INSERT INTO "Commandes" ("Id", "MarcheId", "Collectivite", "Jour", "Annee", "MontantCentimes", "Etat", "Reference", "EstDepassement", "Motif")
            SELECT printf('00000000-0000-7000-9000-%012X', n.i), m."Id", c."Id", date('2026-07-01', '+' || (n.i % 180) || ' days'), 2026,
                   1000 + (n.i % 977), 'Emise', NULL, 0, NULL
            FROM n
            JOIN desMarches m ON m.rang = n.i % m.nombre
            JOIN desMembres c ON c.rang = (n.i / m.nombre) % c.nombre
            """
        );
    }

    private sealed record LigneLue(
        Guid Id,
        string Reference,
        string Objet,
        string Nature,
        string Etat,
        string Nom,
        DateOnly? LanceeLe,
        DateOnly? TermineeLe,
        string? ProchaineEtape,
        DateOnly? ProchaineEcheance,
        int Lots
    );

    private sealed record SommeLue(Guid MarcheId, Guid Collectivite, long Centimes);
}

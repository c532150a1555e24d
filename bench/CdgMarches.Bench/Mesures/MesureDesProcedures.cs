using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Bench.Jeu;
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

    /// <summary>Deux cents procédures par an, terminées sauf celles de l'année, chacune avec sa frise et deux lots.</summary>
    private static async Task SemerAsync(BaseDeBanc donnees, int annees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var groupement = await contexte.Groupements.FirstAsync();
        for (var annee = 0; annee < annees; annee++)
        {
            for (var n = 1; n <= ParAn; n++)
            {
                var jour = new DateOnly(2026 - annee, 1, 1).AddDays(n % 300);
                var procedure = Procedure.Creer(
                    new ReferenceDeProcedure(jour.Year, n),
                    groupement.Id,
                    $"Consultation {n} de {jour.Year}",
                    NatureDAchat.Services,
                    jour
                );
                foreach (var intitule in (string[])["Premier lot", "Second lot"])
                {
                    procedure.AjouterLot(new DefinitionDeLotDeProcedure(intitule, groupement.Prestations[0].Id), groupement);
                }

                procedure.PrevoirParDefaut(jour.AddDays(30), jour.AddDays(70), avecCao: true);
                if (annee > 0)
                {
                    procedure.Lancer(jour, jour, groupement, procedure.Lots.ToDictionary(l => l.Numero, _ => 1));
                    procedure.Terminer(jour.AddDays(90), IssueDeProcedure.SansSuite, jour.AddDays(90));
                }

                contexte.Add(procedure);
            }

            await contexte.EnregistrerAsync(Acteurs.Gestionnaire, DateTimeOffset.UnixEpoch);
            contexte.ChangeTracker.Clear();
        }
    }

    private static async Task CommanderAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        contexte.ChangeTracker.AutoDetectChangesEnabled = false;
        var procedures = await contexte.Procedures.OrderBy(p => p.Id).Take(20).ToListAsync();
        var membres = await contexte.Collectivites.OrderBy(c => c.Id).Select(c => c.Id).Take(1_500).ToListAsync();
        var jour = new DateOnly(2026, 7, 1);
        List<Marche> marches = [];
        foreach (var (procedure, rang) in procedures.Select((p, i) => (p, i + 1)))
        {
            marches.Add(
                Marche.Attribuer(
                    $"MAR-2026-{rang:D3}",
                    procedure,
                    procedure.Lots[0],
                    new AttributionDeMarche(jour, [("Titulaire", null)], MontantHt.DEuros(1_000_000m), null, null, 12, [])
                )
            );
        }

        contexte.AddRange(marches);
        await contexte.EnregistrerAsync(Acteurs.Gestionnaire, DateTimeOffset.UnixEpoch);
        for (var n = 0; n < Commandes; n++)
        {
            contexte.Add(
                new Commande(
                    marches[n % marches.Count].Id,
                    membres[n / marches.Count % membres.Count],
                    jour.AddDays(n % 180),
                    MontantHt.DeCentimes(1_000 + (n % 977)),
                    EtatDeCommande.Emise,
                    null,
                    estDepassement: false,
                    null
                )
            );
            if (n % 20_000 == 19_999)
            {
                await contexte.SaveChangesAsync();
                contexte.ChangeTracker.Clear();
            }
        }
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

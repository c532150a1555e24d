using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database.Semences;

/// <summary>Des conventions d'accès dans chacun de leurs états : en préparation, en vigueur, dénoncée, terminée.</summary>
internal static class ConventionsDeDemonstration
{
    private const int Communes = 12;

    public static async Task CreerAsync(ContexteDeDemonstration demonstration, CancellationToken annulation)
    {
        await using var contexte = await demonstration.Donnees.CreateDbContextAsync(annulation);
        if (await contexte.ConventionsDAcces.AnyAsync(annulation))
        {
            return;
        }

        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var communes = await contexte
                    .Collectivites.Where(c => c.Categorie == CategorieDeCollectivite.Commune && c.ArchiveLe == null)
                    .OrderBy(c => c.CleDeTri)
                    .Take(Communes)
                    .Select(c => new { c.Id, c.Nom })
                    .ToListAsync(jeton);
                foreach (var (rang, commune) in communes.Index())
                {
                    contexte.Add(await UneAsync(contexte, demonstration.Aujourdhui, commune.Id, commune.Nom, rang, jeton));
                }

                await contexte.EnregistrerAsync(ContexteDeDemonstration.Acteur, demonstration.Maintenant, jeton);
            },
            annulation
        );
    }

    private static async Task<ConventionDAcces> UneAsync(
        MarchesDbContext contexte,
        DateOnly aujourdhui,
        CollectiviteId commune,
        string nom,
        int rang,
        CancellationToken annulation
    )
    {
        var effet = rang switch
        {
            0 => aujourdhui.AddYears(-3).AddDays(60),
            1 => aujourdhui.AddYears(-4),
            2 => aujourdhui.AddYears(-2).AddDays(-40),
            3 => aujourdhui.AddYears(-5),
            4 => aujourdhui.AddDays(20),
            _ => aujourdhui.AddDays(-90 * rang),
        };
        var preparee = effet.AddDays(-60).Ouvre();
        var convention = ConventionDAcces.Preparer(
            new ReferenceDeConvention(
                preparee.Year,
                await contexte.NumeroterAsync(ReferenceDeConvention.Serie(preparee.Year), annulation)
            ),
            commune,
            ReglesDAcces.Usuelles,
            preparee
        );
        convention.DeposerLeTexte(TexteDeConventionDeDemonstration.De(nom, $"{preparee.Year}-{rang + 11:D2}"));
        var actes = new ActesDAcces
        {
            NumeroDeDeliberation = $"{preparee.Year}-{rang + 11:D2}",
            DelibereeLe = effet.AddDays(-50).Ouvre(),
            SigneeParLaCollectiviteLe = effet.AddDays(-40).Ouvre(),
            SignataireDeLaCollectivite = "Camille Delattre (nom fictif), maire",
            SigneeParLeCdgLe = effet.AddDays(-30).Ouvre(),
            SignataireDuCdg = "Dominique Lefebvre (nom fictif), président du CDG",
            Effet = effet,
        };
        if (rang == 5)
        {
            convention.Dater(
                actes with
                {
                    SigneeParLaCollectiviteLe = null,
                    SigneeParLeCdgLe = null,
                    Effet = null,
                },
                aujourdhui,
                [],
                []
            );
            return convention;
        }

        convention.Dater(actes, aujourdhui, [], []);
        Finir(convention, aujourdhui, rang);
        await InscrireAsync(contexte, convention, LettreDAcces.Denonciation, aujourdhui, annulation);
        await InscrireAsync(contexte, convention, LettreDAcces.Archives, aujourdhui, annulation);
        await InscrireAsync(contexte, convention, LettreDAcces.MiseEnDemeure, aujourdhui, annulation, numero: 1);
        return convention;
    }

    /// <summary>Inscrit au registre des courriers une lettre de la convention, si elle l'a envoyée, avec ce que l'avis en dit.</summary>
    private static async Task InscrireAsync(
        MarchesDbContext contexte,
        ConventionDAcces convention,
        LettreDAcces lettre,
        DateOnly aujourdhui,
        CancellationToken annulation,
        int? numero = null
    )
    {
        if (convention.LettreDe(lettre, numero) is not { } recommande)
        {
            return;
        }

        var jour = recommande.EnvoyeLe;
        var rang = await contexte.NumeroterAsync($"COURRIER-{jour.Year}", annulation);
        var courrier = Courrier.Enregistrer(
            $"CR-{jour.Year}-{rang:D4}",
            $"{lettre.Libelle()}, convention {convention.Reference}",
            ModeDEnvoi.LettreRecommandee,
            [
                new AdresseDeCourrier(
                    lettre is LettreDAcces.Archives ? "Direction des archives départementales" : "Destinataire fictif",
                    "1 place fictive\n62000 ARRAS"
                ),
            ],
            jour,
            new RattachementDeCourrier(nameof(ConventionDAcces), convention.Id.Valeur),
            null
        );
        courrier.Poster(jour, new Dictionary<int, string?> { [1] = recommande.Numero }, 21, aujourdhui);
        if (recommande.Issue is { } issue)
        {
            courrier.Noter(
                1,
                new SuiviDeCourrier(
                    issue is IssueDuRecommande.Remis ? IssueDeCourrier.Remis
                        : issue is IssueDuRecommande.Refuse ? IssueDeCourrier.Refuse
                        : IssueDeCourrier.NonReclame,
                    recommande.PresenteLe,
                    recommande.RemisLe
                ),
                aujourdhui
            );
        }

        contexte.Courriers.Add(courrier);
        convention.Inscrire(lettre, courrier.Id, courrier.Numero, numero);
    }

    private static void Finir(ConventionDAcces convention, DateOnly aujourdhui, int rang)
    {
        switch (rang)
        {
            case 2:
                convention.Denoncer(
                    new NouvelleDenonciation(
                        AuteurDeDenonciation.Collectivite,
                        aujourdhui.AddDays(-24).Ouvre(),
                        "2C 100 000 0001"
                    ),
                    aujourdhui
                );
                convention.Notifier(AvisDeReception.Remis(aujourdhui.AddDays(-21).Ouvre()), aujourdhui);
                convention.InventorierUnDocument("Archives des consultations closes", 14, "Archive numérique");
                break;
            case 3:
                convention.Denoncer(
                    new NouvelleDenonciation(AuteurDeDenonciation.Cdg, aujourdhui.AddDays(-400).Ouvre()),
                    aujourdhui
                );
                convention.Notifier(AvisDeReception.NonReclame(aujourdhui.AddDays(-396).Ouvre()), aujourdhui);
                convention.InventorierUnDocument("Dossiers de consultation", 6, "Papier");
                convention.MettreADisposition(aujourdhui.AddDays(-200).Ouvre(), aujourdhui);
                convention.ConstaterLeRecu(aujourdhui.AddDays(-180).Ouvre(), "La secrétaire générale", null, aujourdhui);
                break;
            case 6:
                convention.MettreEnDemeure(
                    new NouvelleMiseEnDemeure(
                        "T-0118",
                        aujourdhui.AddDays(-60).Ouvre(),
                        aujourdhui.AddDays(-20).Ouvre(),
                        "2C 100 000 0003"
                    ),
                    aujourdhui
                );
                convention.ConstaterLaMiseEnDemeure(1, AvisDeReception.Remis(aujourdhui.AddDays(-18).Ouvre()), aujourdhui);
                break;
            default:
                break;
        }
    }
}

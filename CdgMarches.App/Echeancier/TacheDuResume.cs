using System.Globalization;
using CdgMarches.App.Accueil;
using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>Écrit à chaque agent, les matins ouvrés, ce qui l'attend.</summary>
internal sealed class TacheDuResume(
    IServiceScopeFactory portees,
    IDbContextFactory<MarchesDbContext> donnees,
    LireAgents agents,
    LireParametres parametres,
    ComposerCourriel composer,
    AdressesDesObjets adressesDesObjets,
    AdressesPubliques adresses,
    HorlogeLegale horloge
) : ITachePlanifiee
{
    /// <summary>Combien de jours à venir le résumé montre, et depuis combien une échéance dépassée est encore nouvelle.</summary>
    private const int Jours = 7;

    private const int EcheancesMontrees = 30;

    public static DefinitionDeModele Definition { get; } =
        new(
            "agents.resume",
            "Résumé quotidien d'un agent",
            [
                new("a-traiter", "Ce qui attend, un par ligne", "— Réponses attendues : 42 (Recensement 2027)"),
                new(
                    "echeances",
                    "Celles des sept jours et celles qui viennent de passer, avec l'adresse où les ouvrir ; les plus anciennes en une ligne",
                    "— 31/03/2026 (dans 6 jours) : Clôture du recensement RC-2026-001 — Papier\n  https://marches.exemple.fr/recensements/…\n— et 13 plus anciennes, encore à accomplir : https://marches.exemple.fr/echeancier?etat=retard…"
                ),
                new("lien", "L'adresse de l'accueil", "https://marches.exemple.fr/") { EstIndispensable = true },
            ],
            "Votre journée sur CdgMarches",
            """
            À traiter :

            {{a-traiter}}

            Échéances des sept prochains jours et juste dépassées :

            {{echeances}}

            Tout est là :
            {{lien}}
            """
        );

    public string Nom => "agents.resume";

    public string Libelle => "Résumé quotidien des agents";

    public string Cron => "0 30 8 ? * MON-FRI";

    public string ReglageDeLHeure => ClesDeReglage.HeureDuResume;

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        var zone = Enum.Parse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries, annulation));
        if (!JoursOuvres.Est(jour, zone))
        {
            return "Jour non ouvré : aucun résumé.";
        }

        var modele = await composer.LireAsync(Definition.Cle, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        List<Courriel> courriels = [];
        foreach (var agent in (await agents.ExecuterAsync(contexte, LireAgents.Resume, annulation)).Values)
        {
            if (agent.Courriel is { } adresse && await EcrireAsync(modele, agent, adresse, jour, annulation) is { } courriel)
            {
                courriels.Add(courriel);
            }
        }

        var deposes = await FileDeCourriels.DeposerUneFoisAsync(contexte, courriels, horloge.Maintenant, annulation);
        await contexte.SaveChangesAsync(annulation);
        return $"{Formats.Compter(deposes.Count, "résumé mis en file", "résumés mis en file")}.";
    }

    /// <returns>Null quand rien n'attend l'agent : un résumé vide n'apprend qu'à ne plus les lire.</returns>
    private async Task<Courriel?> EcrireAsync(
        ModeleEnVigueur modele,
        AgentAPrevenir agent,
        string adresse,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        await using var portee = portees.CreateAsyncScope();
        var cartes = (
            await portee.ServiceProvider.GetRequiredService<LireSources>().ATraiterAsync(agent.Acteur, annulation)
        ).Elements;
        var echeances = await EcheancesAsync(agent, jour, annulation);
        if (cartes.Count == 0 && echeances.Count == 0)
        {
            return null;
        }

        return modele.Pour(
            adresse,
            agent.Nom,
            new Dictionary<string, string>
            {
                ["a-traiter"] =
                    cartes.Count == 0
                        ? "— rien"
                        : string.Join('\n', cartes.Select(c => $"— {c.Titre} : {c.Nombre} ({c.Detail})")),
                ["echeances"] = echeances.Count == 0 ? "— aucune" : string.Join('\n', echeances),
                ["lien"] = adresses.De("/"),
            }
        ) with
        {
            CleDIdempotence = string.Create(CultureInfo.InvariantCulture, $"resume/{agent.Id:N}/{jour:yyyy-MM-dd}"),
        };
    }

    /// <summary>Ce sur quoi l'agent peut agir cette semaine d'abord ; ce qui traîne tient en une ligne, qui mène à la liste.</summary>
    private async Task<List<string>> EcheancesAsync(AgentAPrevenir agent, DateOnly jour, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (debut, fin) = (jour.AddDays(-Jours), jour.AddDays(Jours));
        var siennes = (await contexte.EcheancesVisiblesAsync(agent.Acteur, jour, annulation))
            .Attendant(agent.Id)
            .Where(e => !e.EstAccomplie && e.Date <= fin);
        var proches = siennes.Where(e => e.Date >= debut);
        var lues = await proches
            .OrderBy(e => e.Date < jour)
            .ThenBy(e => e.Date)
            .ThenBy(e => e.ObjetId)
            .ThenBy(e => e.Cle)
            .Take(EcheancesMontrees)
            .ToListAsync(annulation);
        List<string> lignes =
        [
            .. (await contexte.LignesAsync(lues, adressesDesObjets, annulation)).Select(e => e.EnTexte(jour, adresses)),
        ];
        if (await proches.CountAsync(annulation) - lues.Count is > 0 and var autres)
        {
            lignes.Add(
                $"— et {Formats.Compter(autres, "autre", "autres")} ces jours-ci : {Liste($"du={debut:yyyy-MM-dd}&au={fin:yyyy-MM-dd}")}"
            );
        }

        if (await siennes.CountAsync(e => e.Date < debut, annulation) is > 0 and var anciennes)
        {
            lignes.Add(
                $"— et {Formats.Compter(anciennes, "plus ancienne", "plus anciennes")}, encore à accomplir : {Liste($"etat=retard&au={debut.AddDays(-1):yyyy-MM-dd}")}"
            );
        }

        return lignes;
    }

    /// <summary>L'adresse de la liste, sur ce que le résumé compte : les siennes et celles que personne n'a en charge.</summary>
    private string Liste(FormattableString filtres) =>
        adresses.De(
            $"/echeancier?{FormattableString.Invariant(filtres)}&{LireEcheancier.FiltreMiennes}={LireEcheancier.OuSansAgent}"
        );
}

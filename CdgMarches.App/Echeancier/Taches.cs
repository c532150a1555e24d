using System.Globalization;
using CdgMarches.App.Accueil;
using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Database.Echeancier;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Echeancier;

/// <summary>Remet chaque nuit l'échéancier d'accord avec tous les objets datés.</summary>
internal sealed class TacheDAccord(AccorderEcheances accorder) : ITachePlanifiee
{
    public string Nom => "echeancier.accord";

    public string Libelle => "Vérification de l'échéancier";

    public string Cron => "0 30 2 * * ?";

    public async Task<string> ExecuterAsync(CancellationToken annulation) =>
        $"{Formats.Compter(await accorder.ExecuterAsync(Acteur.Systeme, annulation), "échéance rattrapée", "échéances rattrapées")}.";
}

/// <summary>Prévient les agents des échéances qui approchent, aux avances que chaque règle fixe (RG7.07).</summary>
/// <remarks>Un courriel par agent et par jour, qui les réunit toutes ; une avance donnée ne l'est pas deux fois.</remarks>
internal sealed class TacheDesAlertes(
    IDbContextFactory<MarchesDbContext> donnees,
    LireAgents agents,
    ComposerCourriel composer,
    AdressesDesObjets adressesDesObjets,
    AdressesPubliques adresses,
    HorlogeLegale horloge
) : ITachePlanifiee
{
    public static DefinitionDeModele Definition { get; } =
        new(
            "echeancier.alertes",
            "Alerte d'échéances qui approchent",
            [
                new(
                    "echeances",
                    "Les échéances, une par ligne",
                    "— 30/06/2026 (dans 30 jours) : Dernier jour du groupement GC-2025-001"
                )
                {
                    EstIndispensable = true,
                },
                new("lien", "L'adresse de l'échéancier", "https://marches.exemple.fr/echeancier") { EstIndispensable = true },
            ],
            "Échéances qui approchent",
            """
            Ces échéances dont vous avez la charge approchent :

            {{echeances}}

            Toutes sont à l'échéancier :
            {{lien}}
            """
        );

    public string Nom => "echeancier.alertes";

    public string Libelle => "Alertes d'échéances";

    public string Cron => "0 30 7 * * ?";

    public string ReglageDeLHeure => ClesDeReglage.HeureDesAlertes;

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        var modele = await composer.LireAsync(Definition.Cle, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var dues = await DuesAsync(contexte, jour, jeton);
                var charges = await agents.ExecuterAsync(contexte, LireAgents.Alertes, jeton);
                var responsables = await contexte
                    .Groupements.Where(g => g.Responsable != null)
                    .Select(g => new { g.Id, g.Responsable })
                    .ToDictionaryAsync(g => g.Id, g => g.Responsable!.Value, jeton);
                var parAgent = dues.SelectMany(e => Charges(e, charges, responsables).Select(a => (Agent: a, Echeance: e)))
                    .GroupBy(c => c.Agent.Id)
                    .ToList();
                foreach (var groupe in parAgent)
                {
                    var agent = groupe.First().Agent;
                    Prevenir(contexte, modele, agent, [.. groupe.Select(c => c.Echeance)], jour);
                }

                await contexte.SaveChangesAsync(jeton);
                return $"{Formats.Compter(dues.Count, "échéance annoncée", "échéances annoncées")} à {Formats.Compter(parAgent.Count, "agent")}.";
            },
            annulation
        );
    }

    /// <summary>Les échéances dont une avance est atteinte et n'a pas été donnée ; l'avance donnée est notée.</summary>
    private static async Task<List<Echeance>> DuesAsync(MarchesDbContext contexte, DateOnly jour, CancellationToken annulation)
    {
        var proches = await contexte
            .Echeances.Where(e => !e.EstAccomplie && e.PremiereAlerte <= jour && e.Date >= jour)
            .OrderBy(e => e.Date)
            .ToListAsync(annulation);
        List<Echeance> dues = [];
        foreach (var echeance in proches)
        {
            var avance = echeance.AvancesDAlerte.Where(a => echeance.Date.AddDays(-a) <= jour).Min();
            if (echeance.DerniereAlerte is null || echeance.DerniereAlerte > avance)
            {
                echeance.DerniereAlerte = avance;
                dues.Add(echeance);
            }
        }

        return dues;
    }

    /// <summary>Celui qui en a la charge, sinon son suppléant, sinon le responsable du groupement, sinon tous les gestionnaires qui la voient.</summary>
    private static IEnumerable<AgentAPrevenir> Charges(
        Echeance echeance,
        IReadOnlyDictionary<Guid, AgentAPrevenir> agents,
        Dictionary<GroupementId, Guid> responsables
    )
    {
        Guid?[] nommes =
        [
            echeance.Responsable,
            echeance.Suppleant,
            echeance.Groupement is { } id && responsables.TryGetValue(new GroupementId(id), out var responsable)
                ? responsable
                : null,
        ];
        var charge = nommes.Select(n => n is { } cle ? agents.GetValueOrDefault(cle) : null).FirstOrDefault(a => a is not null);
        return charge is not null
            ? [charge]
            : agents.Values.Where(a =>
                a.Acteur.Peut(Droits.GererGroupements)
                && (echeance.Groupement is not { } groupement || a.Acteur.Perimetre.Comprend(new GroupementId(groupement)))
            );
    }

    private void Prevenir(
        MarchesDbContext contexte,
        ModeleEnVigueur modele,
        AgentAPrevenir agent,
        List<Echeance> echeances,
        DateOnly jour
    )
    {
        foreach (var echeance in echeances.Take(20))
        {
            contexte.Notifications.Add(
                new Notification
                {
                    Destinataire = agent.Id,
                    Texte = $"{echeance.Libelle} : {Formats.DateLongue(echeance.Date)}.",
                    Lien = echeance.Adresse ?? adressesDesObjets.De(echeance.ObjetType, echeance.ObjetId) ?? "/echeancier",
                    CreeeLe = horloge.Maintenant,
                }
            );
        }

        if (agent.Courriel is { } adresse)
        {
            FileDeCourriels.Deposer(
                contexte,
                modele.Pour(
                    adresse,
                    agent.Nom,
                    new Dictionary<string, string>
                    {
                        ["echeances"] = string.Join('\n', echeances.Select(e => TacheDuResume.Ligne(e.Date, e.Libelle, jour))),
                        ["lien"] = adresses.De("/echeancier"),
                    }
                ) with
                {
                    CleDIdempotence = string.Create(
                        CultureInfo.InvariantCulture,
                        $"alertes/{agent.Id:N}/{jour:yyyy-MM-dd}/{echeances[0].ObjetId:N}/{echeances[0].DerniereAlerte}"
                    ),
                },
                horloge.Maintenant
            );
        }
    }
}

/// <summary>Écrit à chaque agent, les matins ouvrés, ce qui l'attend.</summary>
internal sealed class TacheDuResume(
    IServiceScopeFactory portees,
    IDbContextFactory<MarchesDbContext> donnees,
    LireAgents agents,
    LireParametres parametres,
    ComposerCourriel composer,
    AdressesPubliques adresses,
    HorlogeLegale horloge
) : ITachePlanifiee
{
    private const int EcheancesMontrees = 10;

    public static DefinitionDeModele Definition { get; } =
        new(
            "agents.resume",
            "Résumé quotidien d'un agent",
            [
                new("a-traiter", "Ce qui attend, un par ligne", "— Réponses attendues : 42 (Recensement 2027)"),
                new(
                    "echeances",
                    "Les échéances des sept jours, une par ligne",
                    "— 31/03/2026 (dans 6 jours) : Clôture du recensement"
                ),
                new("lien", "L'adresse de l'accueil", "https://marches.exemple.fr/") { EstIndispensable = true },
            ],
            "Votre journée sur CdgMarches",
            """
            À traiter :

            {{a-traiter}}

            Échéances passées et des sept prochains jours :

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

    internal static string Ligne(DateOnly date, string libelle, DateOnly jour) =>
        $"— {Formats.DateCourte(date)} ({Reste(date.DayNumber - jour.DayNumber)}) : {libelle}";

    internal static string Reste(int jours) =>
        jours switch
        {
            0 => "aujourd'hui",
            1 => "demain",
            > 1 => $"dans {jours} jours",
            -1 => "hier",
            _ => $"il y a {-jours} jours",
        };

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
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var fin = jour.AddDays(7);
        var proches = await (await contexte.EcheancesVisiblesAsync(agent.Acteur, jour, annulation))
            .Where(e =>
                !e.EstAccomplie
                && e.Date <= fin
                && (e.Responsable == null || e.Responsable == agent.Id || e.Suppleant == agent.Id)
            )
            .OrderBy(e => e.Date)
            .Select(e => new { e.Date, e.Libelle })
            .Take(EcheancesMontrees)
            .ToListAsync(annulation);
        if (cartes.Count == 0 && proches.Count == 0)
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
                ["echeances"] =
                    proches.Count == 0 ? "— aucune" : string.Join('\n', proches.Select(e => Ligne(e.Date, e.Libelle, jour))),
                ["lien"] = adresses.De("/"),
            }
        ) with
        {
            CleDIdempotence = string.Create(CultureInfo.InvariantCulture, $"resume/{agent.Id:N}/{jour:yyyy-MM-dd}"),
        };
    }
}

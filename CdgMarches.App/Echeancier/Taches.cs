using System.Globalization;
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
                    "Les échéances, avec de qui il s'agit et l'adresse où l'ouvrir",
                    "— 30/06/2026 (dans 30 jours) : Dernier jour de l'adhésion au groupement — Carency, Papier\n  https://marches.exemple.fr/groupements/…"
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
                var lignes = await contexte.LignesAsync(dues, adressesDesObjets, jeton);
                var parAgent = dues.Zip(lignes)
                    .SelectMany(e => Charges(e.First, charges, responsables).Select(a => (Agent: a, Echeance: e)))
                    .GroupBy(c => c.Agent.Id)
                    .ToList();
                foreach (var groupe in parAgent)
                {
                    var agent = groupe.First().Agent;
                    var premiere = groupe.First().Echeance.First;
                    var cle = string.Create(
                        CultureInfo.InvariantCulture,
                        $"alertes/{agent.Id:N}/{jour:yyyy-MM-dd}/{premiere.ObjetId:N}/{premiere.DerniereAlerte}"
                    );
                    Prevenir(contexte, modele, agent, [.. groupe.Select(c => c.Echeance.Second)], jour, cle);
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
        GroupementId? groupement = echeance.Groupement is { } id ? new GroupementId(id) : null;
        Guid? responsable = groupement is { } sien && responsables.TryGetValue(sien, out var nomme) ? nomme : null;
        return LireAgents.EnCharge(agents, groupement, [echeance.Responsable, echeance.Suppleant, responsable]);
    }

    private void Prevenir(
        MarchesDbContext contexte,
        ModeleEnVigueur modele,
        AgentAPrevenir agent,
        List<LigneDEcheance> echeances,
        DateOnly jour,
        string cle
    )
    {
        foreach (var echeance in echeances.Take(20))
        {
            contexte.Notifications.Add(
                new Notification
                {
                    Destinataire = agent.Id,
                    Texte = Couper($"{echeance.Phrase} : {Formats.DateLongue(echeance.Date)}.", Notification.LongueurDuTexte),
                    Lien = echeance.Adresse ?? "/echeancier",
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
                        ["echeances"] = string.Join('\n', echeances.Select(e => e.EnTexte(jour, adresses))),
                        ["lien"] = adresses.De("/echeancier"),
                    }
                ) with
                {
                    CleDIdempotence = cle,
                },
                horloge.Maintenant
            );
        }
    }

    private static string Couper(string texte, int longueur) => texte.Length <= longueur ? texte : $"{texte[..(longueur - 1)]}…";
}

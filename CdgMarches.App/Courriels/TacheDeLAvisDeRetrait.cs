using CdgMarches.App.Documents.Courriels;
using CdgMarches.App.Echeancier;
using CdgMarches.App.Groupements;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Rappelle chaque année aux membres des groupements permanents jusqu'à quand ils peuvent se retirer (RG1.31, RG7.05).</summary>
internal sealed class TacheDeLAvisDeRetrait(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    EnvoyerAvisDeRetrait envoyer,
    LireAgents agents,
    HorlogeLegale horloge
) : ITachePlanifiee
{
    /// <summary>Un avis manqué parce que l'application était arrêtée part encore dans le mois ; plus tard, il ne servirait plus.</summary>
    private const int JoursDeRattrapage = 30;

    public string Nom => "groupements.avis-de-retrait";

    public string Libelle => "Avis annuel de la date limite de retrait";

    public string Cron => "0 15 9 ? * MON-FRI";

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        var reglage = await parametres.ReglageAsync(ClesDeReglage.JourDeLAvisDeRetrait, annulation);
        if (ModifierReglages.LireJourDeLAnnee(reglage) is not { } jour)
        {
            return "L'avis annuel n'est pas réglé : rien n'a été envoyé.";
        }

        var aujourdhui = horloge.Aujourdhui;
        var prevu = new DateOnly(aujourdhui.Year, jour.Mois, jour.Jour);
        var zone = Enum.Parse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries, annulation));
        if (aujourdhui < prevu || aujourdhui > prevu.AddDays(JoursDeRattrapage) || !JoursOuvres.Est(aujourdhui, zone))
        {
            return $"Prochain avis le {Formats.DateLongue(aujourdhui <= prevu ? prevu : prevu.AddYears(1))}.";
        }

        var (courriels, lettres) = (0, 0);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var charges = await agents.ExecuterAsync(contexte, LireAgents.Alertes, annulation);
        foreach (var groupement in await EnvoyerAvisDeRetrait.ConcernesAsync(contexte, annulation))
        {
            var fait = await envoyer.ExecuterAsync(Acteur.Systeme, groupement, annulation);
            (courriels, lettres) = (courriels + fait.Courriels, lettres + fait.Lettres);
            if (fait.Lettres > 0)
            {
                await AnnoncerAsync(contexte, groupement, fait.Lettres, charges, annulation);
            }
        }

        await contexte.SaveChangesAsync(annulation);
        return $"{Formats.Compter(courriels, "avis mis en file", "avis mis en file")}, "
            + $"{Formats.Compter(lettres, "lettre à imprimer", "lettres à imprimer")}.";
    }

    /// <summary>Dit aux agents du groupement que des lettres sont à imprimer ; la tâche rejouée ne le redit pas.</summary>
    private async Task AnnoncerAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        int lettres,
        IReadOnlyDictionary<Guid, AgentAPrevenir> charges,
        CancellationToken annulation
    )
    {
        var lien = $"{AdressesDesGroupements.Rubrique(groupement.Id, "documents")}?nature={LettreDAvisDeRetrait.Nature}";
        var texte =
            $"Avis annuel de retrait {horloge.Aujourdhui.Year} : {Formats.Compter(lettres, "lettre à imprimer", "lettres à imprimer")} pour {groupement.Nom}, sans adresse de courriel.";
        texte = texte.Length <= Notification.LongueurDuTexte ? texte : texte[..Notification.LongueurDuTexte];
        var dejaDit = await contexte
            .Notifications.Where(n => n.Lien == lien && n.Texte == texte)
            .Select(n => n.Destinataire)
            .ToListAsync(annulation);
        contexte.Notifications.AddRange(
            LireAgents
                .EnCharge(charges, groupement.Id, [groupement.Responsable, groupement.Suppleant])
                .Where(a => !dejaDit.Contains(a.Id))
                .Select(a => new Notification
                {
                    Destinataire = a.Id,
                    Texte = texte,
                    Lien = lien,
                    CreeeLe = horloge.Maintenant,
                })
        );
    }
}

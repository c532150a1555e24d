using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Marches;

/// <summary>Relance d'elle-même, chaque matin ouvré, les bilans demandés de l'année passée : à l'approche du terme, puis jusqu'au bilan.</summary>
/// <remarks>
/// RG7.01. L'écart est une valeur datée. Rejouée le même jour, elle n'écrit plus rien : la dernière relance se lit sur le bilan. Les
/// années plus anciennes ne se relancent qu'à la main : un premier lancement n'écrit pas à tout le monde.
/// </remarks>
internal sealed class TacheDesBilans(RelancerLesBilans relancer, FaitsDeProcedure faits, HorlogeLegale horloge) : ITachePlanifiee
{
    public string Nom => "marches.bilans";

    public string Libelle => "Relances des bilans annuels";

    public string Cron => "0 10 9 ? * MON-FRI";

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        var jour = horloge.Aujourdhui;
        if (!JoursOuvres.Est(jour, await faits.ZoneAsync(annulation)))
        {
            return "Aucune relance un jour non ouvré : rien n'a été envoyé.";
        }

        var inconnus = new Inconnus();
        var delais = await faits.DelaisAsync(annulation);
        if (inconnus.Lire<int?>(() => delais.Entier(CodesDeDelai.RelanceDesBilans, jour)) is not { } ecart)
        {
            return string.Join(" ", inconnus.Phrases);
        }

        var (relances, sans) = await relancer.RelancerCeuxQuiAttendentAsync(jour.Year - 1, ecart, annulation);
        return $"{Formats.Compter(relances, "membre relancé", "membres relancés")}"
            + (sans.Count == 0 ? "." : $", {Formats.Compter(sans.Count, "autre", "autres")} sans adresse de courriel.");
    }
}

using CdgMarches.App.Conventions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Conventions;

/// <summary>Les lettres recommandées d'une convention, notées comme un agent les note : au registre.</summary>
internal static class LettresDEssai
{
    public static PliDuGeste Pli { get; } = new("Destinataire fictif", "1 place\n62000 ARRAS");

    public static SuivreCourrier Suivre(SocleDEssai socle) =>
        new(socle.Base.Fabrique, socle.Le<LireParametres>(), socle.Le<HorlogeLegale>());

    /// <summary>Note au registre la remise de la lettre de l'unique convention.</summary>
    public static Task<string?> RemettreAsync(SocleDEssai socle, Func<ConventionDAcces, Recommande> lettre, DateOnly jour) =>
        NoterAsync(socle, lettre, new SuiviDeCourrier(IssueDeCourrier.Remis, null, jour));

    public static async Task<string?> NoterAsync(
        SocleDEssai socle,
        Func<ConventionDAcces, Recommande> lettre,
        SuiviDeCourrier suivi
    )
    {
        Courrier courrier;
        await using (var contexte = await socle.OuvrirAsync())
        {
            var id = lettre(await contexte.ConventionsDAcces.AsNoTracking().SingleAsync()).Courrier!.Value;
            courrier = await contexte.Courriers.AsNoTracking().SingleAsync(c => c.Id == id);
        }

        return await Suivre(socle).NoterAsync(Agents.Gestionnaire, courrier.Id, courrier.Version, 1, suivi);
    }
}

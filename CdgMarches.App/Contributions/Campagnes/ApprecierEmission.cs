using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Dit, avant d'agir, si une campagne peut être émise et sinon tout ce qui s'y oppose.</summary>
public sealed class ApprecierEmission(
    IDbContextFactory<MarchesDbContext> donnees,
    LireMentions lireMentions,
    HorlogeLegale horloge
)
{
    public async Task<Verdict> ExecuterAsync(
        Acteur acteur,
        CampagneDAppelId id,
        Simulation simulation,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagnesDAppel.AsNoTracking().DuPerimetre(acteur).SingleAsync(c => c.Id == id, annulation);
        var date = campagne.JourDesAppels(horloge.Aujourdhui);
        var mentions = await lireMentions.ExecuterAsync(contexte, campagne.Intitule, "", null, date, annulation);
        var closLe = await contexte.ClotureAsync(campagne.Imputation, annulation);
        return campagne.PeutEmettre(simulation.Resume.Empreinte, mentions, closLe);
    }
}

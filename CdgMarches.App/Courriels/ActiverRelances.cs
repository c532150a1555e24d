using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Parametres;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Décide que les relances partent d'elles-mêmes : jamais avant qu'un agent ait vu ce que la première enverrait.</summary>
public sealed class ActiverRelances(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres, HorlogeLegale horloge)
{
    private const string Cle = "relances.actives";
    private const string Oui = "oui";

    public async Task<bool> SontActivesAsync(CancellationToken annulation = default) =>
        await parametres.ReglageAsync(Cle, annulation) == Oui;

    public async Task ExecuterAsync(Acteur acteur, bool actives, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ReglerLesRelances);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reglage =
            await contexte.ReglagesGeneraux.SingleOrDefaultAsync(r => r.Cle == Cle, annulation)
            ?? contexte.ReglagesGeneraux.Add(new ReglageGeneral(Cle, "non")).Entity;
        var nouvelle = actives ? Oui : "non";
        if (reglage.Valeur != nouvelle || contexte.Entry(reglage).State is EntityState.Added)
        {
            var fait = new ReglageModifie("Relances automatiques des recensements", reglage.Valeur, nouvelle);
            contexte.Journaliser(LigneDeJournal.De(Parametrage.ObjetType, Parametrage.ObjetId, fait, acteur, horloge.Maintenant));
            (reglage.Valeur, reglage.ModifieLe, reglage.ModifiePar) = (nouvelle, horloge.Maintenant, acteur.Nom);
            await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        }

        parametres.Oublier();
    }
}

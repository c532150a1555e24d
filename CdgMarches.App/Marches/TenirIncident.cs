using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Déclare un incident d'exécution : un membre pour le sien, le CDG pour tout membre figé.</summary>
public sealed class DeclarerIncident(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<IncidentId> ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        CollectiviteId collectivite,
        string? texte,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererProcedures : Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = acteur.Perimetre.EstCdg
            ? await contexte.MarcheAsync(acteur, id, annulation)
            : await contexte.DesMembres(acteur).SingleOrDefaultAsync(m => m.Id == id, annulation)
                ?? throw new DroitManquantException(Droits.Espace);
        if (!await contexte.EstFigeAsync(marche, collectivite, annulation))
        {
            throw new RefusException(
                "Cette collectivité n'est pas de la liste figée du marché : aucun incident n'a été enregistré."
            );
        }

        var incident = Incident.Declarer(id, collectivite, texte, acteur.Nom, horloge.Aujourdhui);
        contexte.Add(incident);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return incident.Id;
    }
}

/// <summary>Ce que le CDG fait d'un incident.</summary>
public abstract record SuiteDIncident
{
    private SuiteDIncident() { }

    public sealed record Transmet(DateOnly Jour) : SuiteDIncident;

    public sealed record Repond(string? Reponse, MontantHt Penalites, DateOnly Jour) : SuiteDIncident;

    public sealed record Clot(DateOnly Jour) : SuiteDIncident;
}

/// <summary>Transmet un incident au titulaire, note sa réponse et les pénalités, le clôt.</summary>
public sealed class SuivreIncident(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        IncidentId id,
        int versionLue,
        SuiteDIncident suite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permis = contexte.Marches.DuPerimetre(acteur).Select(m => m.Id);
        var incident =
            await contexte.Incidents.SingleOrDefaultAsync(i => i.Id == id && permis.Contains(i.Marche), annulation)
            ?? throw new DroitManquantException(Droits.GererProcedures);
        contexte.ExigerVersion(incident, versionLue);
        switch (suite)
        {
            case SuiteDIncident.Transmet s:
                incident.Transmettre(s.Jour);
                break;
            case SuiteDIncident.Repond s:
                incident.Repondre(s.Reponse, s.Penalites, s.Jour);
                break;
            case SuiteDIncident.Clot s:
                incident.Clore(s.Jour);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

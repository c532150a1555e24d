using System.Text.Json;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Travaux;

/// <summary>Met des travaux de fond en file, les annule, les relance.</summary>
public sealed class FileDeTravaux(IDbContextFactory<MarchesDbContext> donnees, TimeProvider horloge)
{
    /// <summary>Met un travail en file dans la transaction de l'appelant.</summary>
    /// <param name="contexte">Le contexte de l'appelant.</param>
    /// <param name="auteur">Celui qui le demande ; <see cref="Acteur.Systeme"/> pour l'application.</param>
    /// <param name="type">Le nom sous lequel le code est enregistré.</param>
    /// <param name="libelle">Ce que l'auteur lira (« Consolidation CAMP-2027-001 »).</param>
    /// <param name="droit">Le droit exigé, relu à l'exécution et au téléchargement.</param>
    /// <param name="parametres">Ce qu'il faut faire : devient du JSON.</param>
    /// <exception cref="DroitManquantException">L'auteur n'a pas le droit, ou n'a pas de compte.</exception>
    public Travail Deposer(
        MarchesDbContext contexte,
        Acteur auteur,
        string type,
        string libelle,
        string droit,
        object parametres
    ) => Ajouter(contexte, auteur, type, libelle, droit, JsonSerializer.Serialize(parametres));

    /// <summary>Met un travail en file, seul dans sa transaction.</summary>
    /// <returns>Son identifiant, à donner à <c>SuiviDeTravail</c>.</returns>
    public async Task<Guid> LancerAsync(
        Acteur auteur,
        string type,
        string libelle,
        string droit,
        object parametres,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var travail = Deposer(contexte, auteur, type, libelle, droit, parametres);
        await contexte.SaveChangesAsync(annulation);
        return travail.Id;
    }

    /// <summary>Demande l'arrêt d'un travail ; celui qui n'a pas commencé est annulé aussitôt.</summary>
    /// <exception cref="RefusException">Il est déjà fini, ou n'est pas à cet acteur.</exception>
    public async Task AnnulerAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var annules = await contexte
            .Travaux.Where(t => t.Id == id && t.AuteurId == acteur.Id && t.Etat == EtatDeTravail.EnAttente)
            .ExecuteUpdateAsync(
                t =>
                    t.SetProperty(x => x.Etat, EtatDeTravail.Annule)
                        .SetProperty(x => x.TermineLe, maintenant)
                        .SetProperty(x => x.ExpireLe, maintenant + ExecuterTravaux.Conservation),
                annulation
            );
        annules += await contexte
            .Travaux.Where(t => t.Id == id && t.AuteurId == acteur.Id && t.Etat == EtatDeTravail.EnCours)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.AnnulationDemandee, true), annulation);
        if (annules == 0)
        {
            throw new RefusException("Ce travail est déjà fini : il n'y a plus rien à annuler.");
        }
    }

    /// <summary>Refait un travail échoué, annulé ou fini, sous un nouvel identifiant.</summary>
    /// <exception cref="RefusException">Il n'existe plus, n'est pas à cet acteur ou n'est pas fini.</exception>
    public async Task<Guid> RelancerAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var ancien = await contexte
            .Travaux.AsNoTracking()
            .SingleOrDefaultAsync(t => t.Id == id && t.AuteurId == acteur.Id, annulation);
        if (ancien is not { Etat: EtatDeTravail.Termine or EtatDeTravail.Echoue or EtatDeTravail.Annule })
        {
            throw new RefusException(
                "Ce travail n'est pas fini ou n'existe plus : il ne peut pas être relancé. Rechargez la page."
            );
        }

        var nouveau = Ajouter(contexte, acteur, ancien.Type, ancien.Libelle, ancien.Droit, ancien.Parametres);
        await contexte.SaveChangesAsync(annulation);
        return nouveau.Id;
    }

    private Travail Ajouter(
        MarchesDbContext contexte,
        Acteur auteur,
        string type,
        string libelle,
        string droit,
        string parametres
    )
    {
        auteur.Exiger(droit);
        if (auteur.Id == Guid.Empty && auteur != Acteur.Systeme)
        {
            throw new DroitManquantException(droit);
        }

        var travail = new Travail
        {
            Type = type,
            Libelle = libelle.Length <= 200 ? libelle : libelle[..200],
            Droit = droit,
            Parametres = parametres,
            AuteurId = auteur.Id,
            AuteurNom = auteur.Nom,
            CreeLe = horloge.GetUtcNow(),
        };
        contexte.Travaux.Add(travail);
        return travail;
    }
}

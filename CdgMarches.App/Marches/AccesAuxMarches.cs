using CdgMarches.App.Groupements;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Ce que toute lecture et tout cas d'usage des marchés filtrent d'abord.</summary>
internal static class AccesAuxMarches
{
    /// <summary>Les marchés des groupements que l'agent peut voir.</summary>
    public static IQueryable<Marche> DuPerimetre(this IQueryable<Marche> marches, Acteur acteur) =>
        AccesAuxGroupements.Limite(acteur) is { } limite ? marches.Where(m => limite.Contains(m.Groupement)) : marches;

    /// <summary>Les marchés dont une collectivité de l'acteur est un acheteur figé (RG1.22).</summary>
    public static IQueryable<Marche> DesMembres(this MarchesDbContext contexte, Acteur acteur)
    {
        var siennes = acteur.Perimetre.Collectivites.ToList();
        return contexte.Marches.Where(m =>
            contexte.MembresFiges.Any(f => f.Procedure == m.Procedure && f.Lot == m.Lot && siennes.Contains(f.Collectivite))
        );
    }

    /// <summary>Les marchés en cours d'un groupement où une collectivité de l'acteur a un dossier d'adhésion ouvert : elle en lit les prix avant de délibérer.</summary>
    public static IQueryable<Marche> AvantAdhesion(this MarchesDbContext contexte, Acteur acteur)
    {
        var siennes = acteur.Perimetre.Collectivites.ToList();
        return contexte.Marches.Where(m =>
            m.Etat == EtatDeMarche.EnExecution
            && contexte.DossiersDAdhesion.Any(d =>
                d.Groupement == m.Groupement
                && siennes.Contains(d.Collectivite)
                && (d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            )
        );
    }

    /// <summary>Ceux dont l'acteur lit les prix : les siens, et ceux qu'il découvre avant d'adhérer.</summary>
    public static IQueryable<Marche> DesMembresOuFuturs(this MarchesDbContext contexte, Acteur acteur)
    {
        var (siens, futurs) = (contexte.DesMembres(acteur).Select(m => m.Id), contexte.AvantAdhesion(acteur).Select(m => m.Id));
        return contexte.Marches.Where(m => siens.Contains(m.Id) || futurs.Contains(m.Id));
    }

    /// <exception cref="DroitManquantException">Le marché n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<Marche> MarcheAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        MarcheId id,
        CancellationToken annulation
    ) =>
        await contexte.Marches.DuPerimetre(acteur).SingleOrDefaultAsync(m => m.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.GererProcedures);

    /// <summary>Vrai si la collectivité est de la liste figée du lot du marché.</summary>
    public static Task<bool> EstFigeAsync(
        this MarchesDbContext contexte,
        Marche marche,
        CollectiviteId collectivite,
        CancellationToken annulation
    ) =>
        contexte.MembresFiges.AnyAsync(
            f => f.Procedure == marche.Procedure && f.Lot == marche.Lot && f.Collectivite == collectivite,
            annulation
        );
}

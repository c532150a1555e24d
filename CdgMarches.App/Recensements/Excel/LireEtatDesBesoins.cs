using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>L'état des besoins d'un membre, à imprimer et à signer.</summary>
/// <param name="Contenu">Les réponses, toutes ou une seule.</param>
/// <param name="Siret">Le SIRET du membre.</param>
/// <param name="EditeLe">L'instant de l'édition : ce que le signataire a sous les yeux date de là.</param>
public sealed record EtatDesBesoins(ContenuDuClasseur Contenu, string? Siret, DateTimeOffset EditeLe);

/// <summary>Lit l'état des besoins d'une réponse, ou de toutes celles du membre dans la campagne.</summary>
public sealed class LireEtatDesBesoins(
    IDbContextFactory<MarchesDbContext> donnees,
    LireClasseurDeMembre lire,
    HorlogeLegale horloge
)
{
    /// <returns>Null si la réponse n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<EtatDesBesoins?> ExecuterAsync(
        Acteur acteur,
        ReponseId id,
        bool toute,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var visibles = contexte.ReponsesVisibles(acteur);
        var demandees = toute
            ? visibles.Where(r =>
                contexte.Reponses.Any(x => x.Id == id && x.Campagne == r.Campagne && x.Collectivite == r.Collectivite)
            )
            : visibles.Where(r => r.Id == id);
        if (!await visibles.AnyAsync(r => r.Id == id, annulation))
        {
            return null;
        }

        var contenu = await lire.ContenuAsync(contexte, demandees, annulation);
        if (contenu is null)
        {
            return null;
        }

        var siret = await contexte
            .Collectivites.Where(c => c.Id == contenu.Membre)
            .Select(c => c.Siret)
            .SingleAsync(annulation);
        return new EtatDesBesoins(contenu, siret?.Valeur, horloge.Maintenant);
    }
}

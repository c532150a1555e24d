using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Un groupement ouvert qu'une collectivité peut demander à rejoindre.</summary>
public sealed record GroupementARejoindre(
    GroupementId Id,
    string Nom,
    string Objet,
    string Coordonnateur,
    IReadOnlyList<(PrestationId Id, string Code, string Libelle)> Prestations
);

/// <summary>La demande d'adhésion qu'un utilisateur fait de l'espace de sa collectivité : elle ouvre le dossier, que le CDG instruit.</summary>
public sealed class DemanderDeSonEspace(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, OuvrirDossiers ouvrir)
{
    /// <summary>Les groupements ouverts dont cette collectivité n'est pas membre et où elle n'a pas de dossier en cours.</summary>
    public async Task<IReadOnlyList<GroupementARejoindre>> LireAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace, collectivite);
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupements = await contexte
            .Groupements.AsNoTracking()
            .Where(g => g.Etat == EtatDuGroupement.Ouvert)
            .Where(g =>
                !contexte.Adhesions.Any(a =>
                    a.Groupement == g.Id && a.Collectivite == collectivite && (a.Sortie == null || a.Sortie >= jour)
                )
            )
            .Where(g =>
                !contexte.DossiersDAdhesion.Any(d =>
                    d.Groupement == g.Id
                    && d.Collectivite == collectivite
                    && (d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
                )
            )
            .OrderBy(g => g.CleDeTri)
            .ToListAsync(annulation);
        var noms = await contexte.NomsAsync([.. groupements.Select(g => g.Coordonnateur).Distinct()], annulation);
        return
        [
            .. groupements.Select(g => new GroupementARejoindre(
                g.Id,
                g.Nom,
                g.Objet,
                noms[g.Coordonnateur],
                [.. g.Prestations.Where(p => !p.EstRetiree).OrderBy(p => p.Ordre).Select(p => (p.Id, p.Code, p.Libelle))]
            )),
        ];
    }

    /// <returns>Le bilan d'un seul dossier ; il dit si les prestations choisies n'ont pas pu être retenues.</returns>
    /// <exception cref="RegleMetierException">Elle est déjà membre, ou a déjà un dossier en cours.</exception>
    public async Task<BilanDOuverture> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        CollectiviteId collectivite,
        IReadOnlyCollection<PrestationId> prestations,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var etat = await contexte
                    .Groupements.Where(g => g.Id == groupement)
                    .Select(g => (EtatDuGroupement?)g.Etat)
                    .SingleOrDefaultAsync(jeton);
                if (etat is not EtatDuGroupement.Ouvert)
                {
                    throw new RefusException(
                        "Ce groupement n'est pas ouvert aux demandes. Rien n'a été enregistré ; choisissez-en un autre ou écrivez au centre de gestion."
                    );
                }

                var bilan = await ouvrir.PourUnMembreAsync(
                    contexte,
                    acteur,
                    new DossiersAOuvrir(
                        groupement,
                        [collectivite],
                        OrigineDAdhesion.Demande,
                        AttenduLe: null,
                        prestations,
                        Prevenir: false
                    ),
                    jeton
                );
                return bilan.Refuses is [var refus, ..] ? throw new RegleMetierException(refus.Obstacles) : bilan;
            },
            annulation
        );
    }
}

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
                AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime),
                g.Objet,
                noms[g.Coordonnateur],
                [.. g.Prestations.Where(p => !p.EstRetiree).OrderBy(p => p.Ordre).Select(p => (p.Id, p.Code, p.Libelle))]
            )),
        ];
    }

    /// <summary>La demande que cette collectivité ferait aujourd'hui, et ce qui s'y oppose.</summary>
    /// <returns>Nul si le groupement n'est pas ouvert aux demandes.</returns>
    public async Task<DemandeDAdhesion?> ExaminerAsync(
        Acteur acteur,
        GroupementId groupement,
        CollectiviteId collectivite,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await DemandeAsync(contexte, groupement, collectivite, annulation);
    }

    private async Task<DemandeDAdhesion?> DemandeAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId collectivite,
        CancellationToken annulation
    ) =>
        await contexte
            .Groupements.AsNoTracking()
            .SingleOrDefaultAsync(g => g.Id == groupement && g.Etat == EtatDuGroupement.Ouvert, annulation)
            is { } ouvert
            ? await contexte.DemandeAsync(ouvert, collectivite, horloge.Aujourdhui, annulation)
            : null;

    /// <returns>Le bilan d'un seul dossier ; il dit si les prestations choisies n'ont pas pu être retenues.</returns>
    /// <exception cref="RegleMetierException">Elle est déjà membre, a déjà un dossier en cours, ou ne choisit aucune prestation.</exception>
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
                var demande =
                    await DemandeAsync(contexte, groupement, collectivite, jeton)
                    ?? throw new RefusException(
                        "Ce groupement n'est pas ouvert aux demandes. Rien n'a été enregistré ; choisissez-en un autre ou écrivez au centre de gestion."
                    );
                demande.PeutDemander(prestations).Exiger();
                var bilan = await ouvrir.PourUnMembreAsync(
                    contexte,
                    acteur,
                    new DossiersAOuvrir(
                        groupement,
                        [collectivite],
                        OrigineDAdhesion.Demande,
                        AttenduLe: null,
                        demande.Retenir(prestations),
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

using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Un acte déjà engagé que la nouvelle grille concerne.</summary>
public sealed record ActeConcerne(
    SourceDeDette Source,
    Guid SourceId,
    CollectiviteId Collectivite,
    string Nom,
    string Reference,
    DateOnly Debut,
    VoieDApplication? Voie,
    DateOnly? Effet
);

/// <summary>Les actes qu'une nouvelle version concerne, et la date notée pour chacun (RG6.01).</summary>
/// <remarks>Sans date notée, la grille sous laquelle l'acte a été signé continue de valoir pour lui.</remarks>
public sealed class AppliquerGrille(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<PageDe<ActeConcerne>> LireAsync(
        Acteur acteur,
        GrilleId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var tous = await ConcernesAsync(contexte, acteur, id, annulation);
        var mots = CleDeTri.Mots(demande.Recherche);
        var filtres = tous.Where(a =>
                mots.All(m => CleDeTri.De(a.Nom).Contains(m, StringComparison.Ordinal))
                && demande.Filtre("etat") switch
                {
                    "a-noter" => a.Effet is null,
                    "notes" => a.Effet is not null,
                    _ => true,
                }
            )
            .ToList();
        return new PageDe<ActeConcerne>([.. filtres.Skip(demande.Ignorer).Take(demande.Prendre)], filtres.Count);
    }

    /// <summary>Note la date à laquelle la version s'applique à des actes.</summary>
    /// <returns>Le nombre d'actes notés.</returns>
    public async Task<int> NoterAsync(
        Acteur acteur,
        GrilleId id,
        IReadOnlySet<Guid>? actes,
        VoieDApplication voie,
        DateOnly effet,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var grille = await contexte.GrilleAsync(acteur, id, annulation);
        if (grille.Etat is not EtatDeGrille.Adoptee || effet < grille.Debut)
        {
            throw new RefusException(
                "La grille doit être adoptée, et ne s'applique pas avant son premier jour. Rien n'a été noté."
            );
        }

        var concernes = (await ConcernesAsync(contexte, acteur, id, annulation))
            .Where(a => actes is null ? a.Effet is null : actes.Contains(a.SourceId))
            .ToList();
        var connues = await contexte
            .ApplicationsDeGrille.Where(a => a.Grille == id)
            .ToDictionaryAsync(a => a.SourceId, annulation);
        foreach (var acte in concernes)
        {
            if (connues.GetValueOrDefault(acte.SourceId) is { } ancienne)
            {
                contexte.Remove(ancienne);
                await contexte.SaveChangesAsync(annulation);
            }

            contexte.Add(
                new ApplicationDeGrille(
                    id,
                    new Redevable(acte.Source, acte.SourceId, acte.Collectivite, new Periode(acte.Debut)),
                    voie,
                    effet,
                    horloge.Maintenant,
                    acteur.Nom
                )
            );
        }

        contexte.Journaliser(
            LigneDeJournal.De(
                nameof(Grille),
                id.Valeur,
                new GrilleAppliquee(concernes.Count, voie, effet),
                acteur,
                horloge.Maintenant
            )
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return concernes.Count;
    }

    private async Task<List<ActeConcerne>> ConcernesAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GrilleId id,
        CancellationToken annulation
    )
    {
        var grille =
            await contexte.Grilles.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.ConsulterCdg);
        var debut = grille.Debut ?? horloge.Aujourdhui;
        var notees = await contexte
            .ApplicationsDeGrille.AsNoTracking()
            .Where(a => a.Grille == id)
            .ToDictionaryAsync(a => a.SourceId, annulation);
        var redevables = await contexte.RedevablesAsync(
            new DemandeDAssiette(grille.Portee, grille.Groupement, debut.Year, debut),
            annulation
        );
        return
        [
            .. redevables
                .Where(r => r.Redevable.Presence.Debut < debut && (r.Redevable.Presence.Fin is not { } fin || fin >= debut))
                .Select(r =>
                {
                    var notee = notees.GetValueOrDefault(r.Redevable.SourceId);
                    return new ActeConcerne(
                        r.Redevable.Source,
                        r.Redevable.SourceId,
                        r.Redevable.Collectivite,
                        r.Debiteur.Nom,
                        r.Redevable.Reference,
                        r.Redevable.Presence.Debut,
                        notee?.Voie,
                        notee?.Effet
                    );
                }),
        ];
    }
}

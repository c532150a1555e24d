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
        var concernes = Filtrer(contexte.ConcernesPar(await GrilleAsync(contexte, acteur, id, annulation)), demande);
        return new PageDe<ActeConcerne>(
            [
                .. (await concernes.Trier().Skip(demande.Ignorer).Take(demande.Prendre).ToListAsync(annulation)).Select(a =>
                    a.EnClair()
                ),
            ],
            await concernes.CountAsync(annulation)
        );
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
        if (grille.Etat is not EtatDeGrille.Adoptee || grille.Debut is not { } premier)
        {
            throw new RefusException("La grille doit être adoptée avant de s'appliquer. Rien n'a été noté.");
        }

        if (effet < premier)
        {
            throw new RefusException(
                $"La grille ne s'applique pas avant son premier jour, le {Formats.DateLongue(premier)}. Rien n'a été noté."
            );
        }

        var tous = (await contexte.ConcernesPar(grille).ToListAsync(annulation)).ConvertAll(a => a.EnClair());
        var concernes = tous.FindAll(a => actes is null ? a.Effet is null : actes.Contains(a.SourceId));
        var connues = await contexte
            .ApplicationsDeGrille.Where(a => a.Grille == id)
            .ToDictionaryAsync(a => a.SourceId, annulation);
        foreach (var acte in concernes)
        {
            if (connues.GetValueOrDefault(acte.SourceId) is { } ancienne)
            {
                ancienne.Redater(voie, effet, horloge.Maintenant, acteur.Nom);
                continue;
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

    /// <summary>Les actes à qui la nouvelle annexe est à proposer par cette voie, avec l'adresse où l'envoyer.</summary>
    internal static async Task<List<(ActeConcerne Acte, Adresse Adresse)>> AProposerAsync(
        MarchesDbContext contexte,
        Grille grille,
        VoieDApplication voie,
        CancellationToken annulation
    ) =>
        grille.Etat is EtatDeGrille.Adoptee
            ? (
                await contexte.ConcernesPar(grille).Where(a => a.Voie == null || a.Voie == voie).Trier().ToListAsync(annulation)
            ).ConvertAll(a => (a.EnClair(), a.Postale.Sinon(a.Siege)))
            : [];

    private static async Task<Grille> GrilleAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GrilleId id,
        CancellationToken annulation
    ) =>
        await contexte.Grilles.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(g => g.Id == id, annulation)
        ?? throw new DroitManquantException(Droits.ConsulterCdg);

    private static IQueryable<ActeLu> Filtrer(IQueryable<ActeLu> actes, Demande demande)
    {
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            actes = actes.Where(a => a.CleDeRecherche.Contains(mot));
        }

        return demande.Filtre("etat") switch
        {
            "a-noter" => actes.Where(a => a.Effet == null),
            "notes" => actes.Where(a => a.Effet != null),
            _ => actes,
        };
    }
}

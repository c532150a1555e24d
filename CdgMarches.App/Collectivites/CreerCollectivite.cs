using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Ce qu'il faut pour ouvrir une fiche.</summary>
/// <param name="Identite">Ce que l'agent a saisi, ou que le catalogue a rempli.</param>
/// <param name="Parent">La collectivité de rattachement.</param>
/// <param name="CodeDuCatalogue">L'entrée choisie au catalogue national, quand il y en a une : sa population est reprise.</param>
public sealed record NouvelleCollectivite(
    IdentiteDeCollectivite Identite,
    CollectiviteId? Parent = null,
    string? CodeDuCatalogue = null
);

/// <summary>Ouvre la fiche d'une collectivité, choisie au catalogue national ou saisie à la main.</summary>
public sealed class CreerCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>L'année où les populations du catalogue livré sont en vigueur.</summary>
    public const int AnneeDuCatalogue = 2026;

    /// <exception cref="RegleMetierException">Une valeur n'est pas acceptable, ou le SIRET a déjà sa fiche.</exception>
    public async Task<CollectiviteId> ExecuterAsync(
        Acteur acteur,
        NouvelleCollectivite nouvelle,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var identite = nouvelle.Identite;
        identite.Examiner().Et(await ChercherDoublons.NumerosLibresAsync(contexte, identite, null, annulation)).Exiger();
        var entree = nouvelle.CodeDuCatalogue is { } code
            ? await contexte.CatalogueNational.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, annulation)
            : null;
        var collectivite = Collectivite.Creer(identite, entree is null ? "saisie" : "catalogue national");
        if (entree?.PopulationMunicipale is { } municipale)
        {
            collectivite.RenseignerPopulation(
                new DeclarationDePopulation(AnneeDuCatalogue, null, municipale, $"INSEE, catalogue national {AnneeDuCatalogue}")
            );
        }

        if (nouvelle.Parent is { } parent)
        {
            var fiche = await contexte.RenvoiAsync(parent, annulation);
            collectivite.Rattacher(fiche.Id, fiche.Categorie, fiche.Nom);
        }

        if (acteur.Id != Guid.Empty)
        {
            collectivite.Confier(acteur.Id, null, acteur.Nom, "personne");
        }

        contexte.Add(collectivite);
        await contexte.EnregistrerFicheAsync(acteur, horloge.Maintenant, annulation);
        return collectivite.Id;
    }
}

using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Collectivites;

/// <summary>Tient à jour ce qu'une fiche a par année et par personne : effectifs, populations, affiliations, contacts, mandats.</summary>
/// <remarks>Chaque geste est une intention de la fiche, sous la version que l'agent avait sous les yeux.</remarks>
public sealed class TenirCollectivite(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public Task DeclarerEffectifAsync(Acteur acteur, CollectiviteId id, int version, DeclarationDEffectif declaration) =>
        AgirAsync(acteur, id, version, c => c.DeclarerEffectif(declaration));

    public Task RetirerEffectifAsync(Acteur acteur, CollectiviteId id, int version, int annee) =>
        AgirAsync(acteur, id, version, c => c.RetirerEffectif(annee));

    public Task RenseignerPopulationAsync(Acteur acteur, CollectiviteId id, int version, DeclarationDePopulation declaration) =>
        AgirAsync(acteur, id, version, c => c.RenseignerPopulation(declaration));

    public Task RetirerPopulationAsync(Acteur acteur, CollectiviteId id, int version, int annee) =>
        AgirAsync(acteur, id, version, c => c.RetirerPopulation(annee));

    public Task AffilierAsync(
        Acteur acteur,
        CollectiviteId id,
        int version,
        DateOnly debut,
        DateOnly? fin,
        NatureDAffiliation nature
    ) => AgirAsync(acteur, id, version, c => c.Affilier(debut, fin, nature));

    public Task RetirerAffiliationAsync(Acteur acteur, CollectiviteId id, int version, DateOnly debut) =>
        AgirAsync(acteur, id, version, c => c.RetirerAffiliation(debut));

    /// <summary>Ajoute un contact et, d'un même geste, le mandat qu'il tient.</summary>
    public Task AjouterContactAsync(
        Acteur acteur,
        CollectiviteId id,
        int version,
        CoordonneesDeContact coordonnees,
        DonneesDeMandat? mandat = null
    ) =>
        AgirAsync(
            acteur,
            id,
            version,
            c =>
            {
                c.PeutEnregistrer(coordonnees).Et(mandat is null ? Verdict.Favorable : c.PeutTenirMandat(mandat)).Exiger();
                var contact = c.AjouterContact(coordonnees);
                if (mandat is not null)
                {
                    c.OuvrirMandat(contact.Id, mandat);
                }
            }
        );

    public Task ModifierContactAsync(
        Acteur acteur,
        CollectiviteId id,
        int version,
        Guid contact,
        CoordonneesDeContact coordonnees
    ) => AgirAsync(acteur, id, version, c => c.ModifierContact(contact, coordonnees));

    public Task RetirerContactAsync(Acteur acteur, CollectiviteId id, int version, Guid contact) =>
        AgirAsync(acteur, id, version, c => c.RetirerContact(contact));

    public Task OuvrirMandatAsync(Acteur acteur, CollectiviteId id, int version, Guid contact, DonneesDeMandat mandat) =>
        AgirAsync(acteur, id, version, c => c.OuvrirMandat(contact, mandat));

    public Task CorrigerMandatAsync(
        Acteur acteur,
        CollectiviteId id,
        int version,
        Guid contact,
        Guid mandat,
        DonneesDeMandat corrige
    ) => AgirAsync(acteur, id, version, c => c.CorrigerMandat(contact, mandat, corrige));

    private async Task AgirAsync(Acteur acteur, CollectiviteId id, int versionLue, Action<Collectivite> intention)
    {
        acteur.Exiger(Droits.GererCollectivites);
        await using var contexte = await donnees.CreateDbContextAsync();
        var collectivite = await contexte.ChargerCollectiviteAsync(id, CancellationToken.None);
        if (collectivite.Version != versionLue)
        {
            throw new DbUpdateConcurrencyException();
        }

        contexte.ExigerVersion(collectivite, versionLue);
        try
        {
            intention(collectivite);
        }
        catch (KeyNotFoundException)
        {
            throw new RefusException("Ce contact n'est plus dans la fiche. Rien n'a été modifié ; rechargez la page.");
        }

        await contexte.EnregistrerFicheAsync(acteur, horloge.Maintenant, CancellationToken.None);
    }
}

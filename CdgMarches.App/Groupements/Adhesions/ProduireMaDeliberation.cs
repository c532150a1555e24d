using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>« Ma délibération » : le modèle pré-rempli pour la collectivité, qu'elle télécharge de son espace.</summary>
/// <remarks>Rien n'est gardé : elle le reprend à son gré, avec les prestations qu'elle a choisies au moment où elle le demande.</remarks>
public sealed class ProduireMaDeliberation(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ChoisirModele choisir,
    PapierAEntete papier
)
{
    /// <returns>Le nom du document et son contenu.</returns>
    /// <exception cref="DroitManquantException">Le dossier n'est pas de la collectivité de l'acteur.</exception>
    /// <exception cref="RefusException">Il manque au dossier de quoi le remplir.</exception>
    public async Task<(string Titre, byte[] Contenu)> ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererGroupements : Droits.Espace);
        var nature = catalogue.De(ModeleDeDeliberation.LeCode);
        var contenu = (await nature.ChargerAsync(acteur, id.Valeur, annulation))[0];
        if (Manquants.De(nature, contenu) is { Count: > 0 } manquants)
        {
            throw new RefusException(
                $"« {contenu.Titre} » n'a pas été produit, {Manquants.Phrase(manquants)}. Demandez au centre de gestion de compléter la fiche."
            );
        }

        (await papier.LireAsync(annulation)).Poser(contenu, acteur);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var choisi = await choisir.ExecuterAsync(contexte, nature, contenu.Groupement, annulation: annulation);
        return (contenu.Titre, choisi.Compile.Fusionner(contenu));
    }
}

using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Ce qu'une collectivité télécharge de son dossier, déjà rempli pour elle : « Ma délibération », la fiche de renseignements.</summary>
/// <remarks>Rien n'est gardé : elle le reprend à son gré, avec les prestations qu'elle a choisies au moment où elle le demande.</remarks>
public sealed class ProduirePourLeDossier(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ChoisirModele choisir,
    PapierAEntete papier
)
{
    /// <param name="acteur">Celui qui le demande.</param>
    /// <param name="id">Son dossier.</param>
    /// <param name="code">Le modèle : l'un de ceux d'un dossier d'adhésion.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>Le nom du document et son contenu.</returns>
    /// <exception cref="DroitManquantException">Le dossier n'est pas de la collectivité de l'acteur.</exception>
    /// <exception cref="RefusException">Il manque au dossier de quoi le remplir.</exception>
    public async Task<(string Titre, byte[] Contenu)> ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId id,
        string code,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererGroupements : Droits.Espace);
        var nature = catalogue.De(code);
        var contenu = (await nature.ChargerAsync(acteur, id.Valeur, annulation))[0];
        if (Manquants.De(nature, contenu) is { Count: > 0 } manquants)
        {
            throw new RefusException(
                $"{Typographie.Citer(contenu.Titre)} n'a pas été produit, {Manquants.Phrase(manquants)}. Demandez au centre de gestion de compléter la fiche."
            );
        }

        (await papier.LireAsync(annulation)).Poser(contenu, acteur);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var choisi = await choisir.ExecuterAsync(contexte, nature, contenu.Groupement, annulation: annulation);
        return (contenu.Titre, choisi.Compile.Fusionner(contenu));
    }
}

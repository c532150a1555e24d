using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Impression;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Ce qu'un modèle donnerait, sans rien garder.</summary>
/// <param name="Html">La page, telle que l'écran la montre.</param>
/// <param name="Titre">Le document essayé.</param>
/// <param name="Manquants">Ce qui manquerait pour le produire.</param>
public sealed record DocumentEssaye(string Html, string Titre, IReadOnlyList<string> Manquants);

/// <summary>Essaie un modèle sur un cas réel, ou sur les exemples de sa nature.</summary>
public sealed class EssayerModele(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ModelesDOrigine origine,
    PapierAEntete papier,
    MagasinDeFichiers magasin
)
{
    /// <summary>Les objets réels sur lesquels essayer.</summary>
    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(
        Acteur acteur,
        string nature,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        return acteur.Peut(catalogue.De(nature).Droit) ? await catalogue.De(nature).ObjetsAsync(acteur, annulation) : [];
    }

    /// <param name="acteur">Celui qui essaie.</param>
    /// <param name="nature">La nature de document.</param>
    /// <param name="modele">Les octets du modèle ; null pour celui d'origine.</param>
    /// <param name="objet">Un objet réel ; null pour les exemples déclarés.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<DocumentEssaye> ExecuterAsync(
        Acteur acteur,
        string nature,
        byte[]? modele,
        Guid? objet,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        var declaree = catalogue.De(nature);
        var contenu = objet is { } cle
            ? (await declaree.ChargerAsync(acteur, cle, annulation)) is [var premier, ..]
                ? premier
                : throw new RefusException("Il n'y a encore personne à qui adresser ce document : choisissez un autre cas.")
            : Exemples.De(declaree);
        var manquants = Manquants.De(declaree, contenu);
        (await papier.LireAsync(annulation)).Poser(contenu, acteur);
        try
        {
            var produit = ModeleCompile.Lire(modele ?? origine.De(declaree).Contenu).Fusionner(contenu);
            return new DocumentEssaye(WordEnHtml.Corps(produit), contenu.Titre, manquants);
        }
        catch (ModeleIllisibleException)
        {
            throw new RefusException("Ce modèle n'est pas un document Word que l'on puisse lire : aucun aperçu n'a été fait.");
        }
    }

    /// <summary>Les octets d'une version gardée.</summary>
    public async Task<byte[]> OctetsAsync(Acteur acteur, ModeleId id, int numero, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modele = await contexte.Modeles.AsNoTracking().DuPerimetre(acteur).SingleAsync(m => m.Id == id, annulation);
        var version = modele.Versions.Single(v => v.Numero == numero);
        var piece = await contexte.Pieces.AsNoTracking().SingleAsync(p => p.Id == version.Piece, annulation);
        await using var flux = magasin.Ouvrir(piece);
        var octets = new byte[flux.Length];
        await flux.ReadExactlyAsync(octets, annulation);
        return octets;
    }
}

/// <summary>Des données d'exemple, tirées de la déclaration d'une nature.</summary>
internal static class Exemples
{
    public static DonneesDeFusion De(IModeleDeDocument nature)
    {
        var donnees = new DonneesDeFusion($"{nature.Titre} (exemple)")
        {
            Destinataire = nature.AvecDestinataire
                ? new DestinataireDeDocument(
                    Guid.Empty,
                    "Commune d'Arras",
                    ["Commune d'Arras", "À l'attention du maire", "Place Guy-Mollet", "62000 ARRAS"]
                )
                : null,
        };
        Remplir(donnees, nature.Champs, nature.Tables, nature.Conditions);
        return donnees;
    }

    private static void Remplir(
        LigneDeFusion ligne,
        IReadOnlyList<ChampDeModele> champs,
        IReadOnlyList<TableDeModele> tables,
        IReadOnlyList<ConditionDeModele> conditions
    )
    {
        foreach (var champ in champs)
        {
            ligne.Champ(champ.Code, champ.Exemple);
        }

        foreach (var condition in conditions)
        {
            ligne.Condition(condition.Code, true);
        }

        foreach (var table in tables)
        {
            ligne.Table(table.Code, [1, 2], (_, l) => Remplir(l, table.Champs, table.Tables, table.Conditions));
        }
    }
}

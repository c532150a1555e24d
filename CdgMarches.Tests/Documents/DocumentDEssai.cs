using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database.Documents;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Documents;

internal static class DocumentDEssai
{
    /// <summary>Garde un document produit sans passer par une nature : pour les essais de droits.</summary>
    public static async Task<Guid> GarderAsync(
        ApplicationEnMarche app,
        GroupementId groupement,
        string titre,
        string nature = "essai.lettre",
        CollectiviteId? collectivite = null
    )
    {
        await using var contexte = await app.Fabrique.CreateDbContextAsync();
        var contenu = new MemoryStream(WordDEssai.Document(WordDEssai.Paragraphe(titre)));
        var piece = await app
            .Services.GetRequiredService<MagasinDeFichiers>()
            .ProduireAsync(contexte, contenu, "lettre.docx", TypesMime.Docx, Acteur.Systeme);
        var document = new DocumentProduit
        {
            Nature = nature,
            ObjetType = "Groupement",
            ObjetId = groupement.Valeur,
            Titre = titre,
            CleDeRecherche = CleDeTri.De(titre),
            Groupement = groupement,
            Collectivite = collectivite,
            Piece = piece.Id,
            NomDuModele = "Modèle d'origine",
            Sha256DuModele = piece.Sha256,
            Donnees = "{}",
            ProduitLe = HorlogeFigee.Origine,
            ActeurId = Guid.Empty,
            ActeurNom = "CdgMarches",
        };
        contexte.Add(document);
        await contexte.SaveChangesAsync();
        return document.Id;
    }
}

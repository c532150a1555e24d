using System.Text.Encodings.Web;
using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Ce que l'on veut produire.</summary>
/// <param name="Nature">Le code de la nature de document.</param>
/// <param name="Objet">La clé de l'objet.</param>
public sealed record DemandeDeDocument(string Nature, Guid Objet)
{
    /// <summary>Un seul destinataire, quand la nature en a ; null pour le premier.</summary>
    public Guid? Destinataire { get; init; }

    /// <summary>Un modèle précis ; null pour celui par défaut.</summary>
    public ModeleId? Modele { get; init; }

    /// <summary>Vrai pour le modèle livré avec l'application, même si un autre est désigné.</summary>
    public bool DOrigine { get; init; }
}

/// <summary>Produit un document, le garde avec ses données et la version du modèle, et l'inscrit à l'histoire de son objet.</summary>
public sealed class ProduireDocument(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ChoisirModele choisir,
    PapierAEntete papier,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    internal static readonly JsonSerializerOptions EnJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>L'identifiant du document produit.</returns>
    /// <exception cref="RefusException">Il manque des données : la phrase les dit toutes, rien n'est produit.</exception>
    public async Task<Guid> ExecuterAsync(Acteur acteur, DemandeDeDocument demande, CancellationToken annulation = default)
    {
        var nature = catalogue.De(demande.Nature);
        acteur.Exiger(nature.Droit);
        var charges = await nature.ChargerAsync(acteur, demande.Objet, annulation);
        var contenu =
            demande.Destinataire is { } destinataire ? charges.FirstOrDefault(d => d.Destinataire?.Id == destinataire)
            : charges is [var premier, ..] ? premier
            : null;
        if (contenu is null)
        {
            throw new RefusException(
                "Il n'y a personne à qui adresser ce document : rien n'a été produit. Complétez d'abord les destinataires."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var produit = await AjouterAsync(
            contexte,
            acteur,
            nature,
            demande.Objet,
            contenu,
            demande.Modele,
            demande.DOrigine,
            annulation
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return produit.Id;
    }

    /// <summary>Produit un document dans l'unité de travail de l'appelant, qui l'enregistre avec l'acte dont il est la pièce.</summary>
    /// <param name="contexte">Le contexte de l'appelant.</param>
    /// <param name="acteur">Celui qui agit ; son droit est vérifié.</param>
    /// <param name="nature">La nature de document.</param>
    /// <param name="objet">La clé de l'objet.</param>
    /// <param name="contenu">Les données, déjà réunies.</param>
    /// <param name="modele">Un modèle précis, ou null pour celui par défaut.</param>
    /// <param name="dOrigine">Vrai pour le modèle livré avec l'application.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<DocumentProduit> AjouterAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IModeleDeDocument nature,
        Guid objet,
        DonneesDeFusion contenu,
        ModeleId? modele = null,
        bool dOrigine = false,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(nature.Droit);
        if (Manquants.De(nature, contenu) is { Count: > 0 } manquants)
        {
            throw new RefusException(
                $"{Typographie.Citer(contenu.Titre)} n'a pas été produit, {Manquants.Phrase(manquants)}. Complétez la fiche, puis recommencez."
            );
        }

        (await papier.LireAsync(annulation)).Poser(contenu, acteur);
        var choisi = await choisir.ExecuterAsync(contexte, nature, contenu.Groupement, modele, dOrigine, annulation);
        var produit = await RangerAsync(contexte, acteur, nature, objet, contenu, choisi, serie: null, annulation);
        contexte.Journaliser(
            LigneDeJournal.De(
                nature.ObjetType,
                objet,
                new DocumentEstProduit(produit.Titre, choisi.Nom),
                acteur,
                horloge.Maintenant
            )
        );
        return produit;
    }

    /// <summary>Fusionne, range la pièce et ajoute la ligne au contexte ; les données sont complètes.</summary>
    internal async Task<DocumentProduit> RangerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IModeleDeDocument nature,
        Guid objet,
        DonneesDeFusion contenu,
        ModeleChoisi choisi,
        Guid? serie,
        CancellationToken annulation
    )
    {
        var octets = choisi.Compile.Fusionner(contenu);
        using var flux = new MemoryStream(octets, writable: false);
        var nom = NomDeFichier.De(contenu.Titre, null, horloge.Aujourdhui, "docx");
        var piece = await magasin.ProduireAsync(contexte, flux, nom, TypesMime.Docx, acteur, annulation);
        var produit = new DocumentProduit
        {
            Nature = nature.Code,
            ObjetType = nature.ObjetType,
            ObjetId = objet,
            Titre = Couper(contenu.Titre, 300),
            CleDeRecherche = Couper(CleDeTri.De($"{contenu.Titre} {contenu.Destinataire?.Nom}"), 700),
            Groupement = contenu.Groupement,
            Collectivite = contenu.Collectivite,
            Destinataire = contenu.Destinataire?.Id,
            NomDuDestinataire = contenu.Destinataire is { } d ? Couper(d.Nom, 300) : null,
            Piece = piece.Id,
            Modele = choisi.Id,
            VersionDuModele = choisi.Version,
            NomDuModele = Couper(choisi.Nom, 200),
            Sha256DuModele = choisi.Sha256,
            Donnees = JsonSerializer.Serialize(contenu, EnJson),
            Serie = serie,
            ProduitLe = horloge.Maintenant,
            ActeurId = acteur.Id,
            ActeurNom = acteur.Nom,
        };
        contexte.DocumentsProduits.Add(produit);
        return produit;
    }

    private static string Couper(string texte, int longueur) => texte.Length <= longueur ? texte : texte[..(longueur - 1)] + "…";
}

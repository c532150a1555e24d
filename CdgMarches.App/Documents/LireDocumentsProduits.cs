using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Un document produit, dans la liste d'un objet ou de la bibliothèque.</summary>
public sealed record LigneDeDocument(
    Guid Id,
    string Nature,
    string Titre,
    string? Destinataire,
    string NomDuModele,
    DateTimeOffset ProduitLe,
    string Auteur,
    string ObjetType,
    Guid ObjetId,
    CollectiviteId? Collectivite
)
{
    /// <summary>Vrai s'il part à quelqu'un qui n'est pas un membre : rien à transmettre.</summary>
    public bool EstPourUnTiers { get; init; }

    public string Telechargement => $"{AdressesDesDocuments.Produits}/{Id}/fichier";

    public string Impression => $"{AdressesDesDocuments.Produits}/{Id}/impression";

    public string Pdf => $"{AdressesDesDocuments.Produits}/{Id}/pdf";
}

/// <summary>Lit les documents produits que l'acteur peut voir.</summary>
public sealed class LireDocumentsProduits(IDbContextFactory<MarchesDbContext> donnees, CatalogueDeDocuments catalogue)
{
    /// <summary>Ceux d'un objet, les plus récents d'abord.</summary>
    public async Task<PageDe<LigneDeDocument>> DeAsync(
        Acteur acteur,
        string objetType,
        Guid objet,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PageAsync(
            contexte.DocumentsProduits.DuPerimetre(acteur).Where(d => d.ObjetType == objetType && d.ObjetId == objet),
            demande,
            annulation
        );
    }

    /// <summary>Tous, pour la bibliothèque.</summary>
    public async Task<PageDe<LigneDeDocument>> TousAsync(Acteur acteur, Demande demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await PageAsync(contexte.DocumentsProduits.DuPerimetre(acteur), demande, annulation);
    }

    /// <summary>La pièce d'un document du périmètre ; null s'il n'existe pas ou n'en est pas.</summary>
    public async Task<(DocumentProduit Document, PieceStockee Piece)?> UnAsync(
        Acteur acteur,
        Guid id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouve = await (
            from document in contexte.DocumentsProduits.DuPerimetre(acteur)
            join piece in contexte.Pieces on document.Piece equals piece.Id
            where document.Id == id
            select new { Document = document, Piece = piece }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(annulation);
        return trouve is null ? null : (trouve.Document, trouve.Piece);
    }

    private async Task<PageDe<LigneDeDocument>> PageAsync(
        IQueryable<DocumentProduit> documents,
        Demande demande,
        CancellationToken annulation
    )
    {
        if (demande.Filtre("nature") is { } nature)
        {
            documents = documents.Where(d => d.Nature == nature);
        }

        if (Guid.TryParse(demande.Filtre("objet"), out var objet))
        {
            documents = documents.Where(d => d.ObjetId == objet);
        }

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            documents = documents.Where(d => d.CleDeRecherche.Contains(mot));
        }

        var total = await documents.CountAsync(annulation);
        var lignes = await documents
            .AsNoTracking()
            .OrderByDescending(d => d.ProduitLe)
            .ThenByDescending(d => d.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(d => new LigneDeDocument(
                d.Id,
                d.Nature,
                d.Titre,
                d.NomDuDestinataire,
                d.NomDuModele,
                d.ProduitLe,
                d.ActeurNom,
                d.ObjetType,
                d.ObjetId,
                d.Collectivite
            ))
            .ToListAsync(annulation);
        return new PageDe<LigneDeDocument>(
            [.. lignes.Select(l => l with { EstPourUnTiers = catalogue.EstPourUnTiers(l.Nature, l.Collectivite) })],
            total
        );
    }
}

internal static class AccesAuxDocuments
{
    /// <summary>Les documents des groupements que l'acteur peut voir ; ceux sans groupement sont à tout agent du CDG.</summary>
    public static IQueryable<DocumentProduit> DuPerimetre(this IQueryable<DocumentProduit> documents, Acteur acteur)
    {
        if (!acteur.Perimetre.EstCdg)
        {
            return documents.Where(d => false);
        }

        return AccesAuxGroupements.Limite(acteur) is { } limite
            ? documents.Where(d => d.Groupement == null || limite.Contains(d.Groupement.Value))
            : documents;
    }

    /// <summary>Les modèles que l'acteur peut voir : les communs, et ceux de ses groupements.</summary>
    public static IQueryable<Domain.Documents.Modele> DuPerimetre(
        this IQueryable<Domain.Documents.Modele> modeles,
        Acteur acteur
    ) =>
        AccesAuxGroupements.Limite(acteur) is { } limite
            ? modeles.Where(m => m.Groupement == null || limite.Contains(m.Groupement.Value))
            : modeles;
}

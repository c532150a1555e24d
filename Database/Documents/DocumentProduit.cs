using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Documents;

/// <summary>Un document produit : sa pièce, les données fusionnées et la version du modèle qui a servi. Il ne change jamais.</summary>
public sealed class DocumentProduit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Le code de la nature de document.</summary>
    public required string Nature { get; init; }

    /// <summary>Le type de l'objet (« Seance ») et sa clé, comme au journal.</summary>
    public required string ObjetType { get; init; }

    public required Guid ObjetId { get; init; }

    public required string Titre { get; init; }

    /// <summary>Le titre et le destinataire repliés : ce que la recherche parcourt.</summary>
    public required string CleDeRecherche { get; init; }

    public GroupementId? Groupement { get; init; }

    /// <summary>La collectivité que le document concerne.</summary>
    public CollectiviteId? Collectivite { get; init; }

    /// <summary>Le destinataire, tel que la capacité le connaît, et son nom.</summary>
    public Guid? Destinataire { get; init; }

    public string? NomDuDestinataire { get; init; }

    /// <summary>Le fichier Word.</summary>
    public required Guid Piece { get; init; }

    /// <summary>Le modèle du CDG ; null pour le modèle d'origine de l'application.</summary>
    public ModeleId? Modele { get; init; }

    /// <summary>Ce que l'on cite : « Convocation du CDG, version 3 » ou « modèle d'origine ».</summary>
    public required string NomDuModele { get; init; }

    public int? VersionDuModele { get; init; }

    /// <summary>L'empreinte du modèle qui a servi.</summary>
    public required string Sha256DuModele { get; init; }

    /// <summary>Les données fusionnées, en JSON.</summary>
    public required string Donnees { get; init; }

    /// <summary>La série dont il fait partie.</summary>
    public Guid? Serie { get; init; }

    public required DateTimeOffset ProduitLe { get; init; }

    public required Guid ActeurId { get; init; }

    public required string ActeurNom { get; init; }
}

internal sealed class DocumentProduitConfiguration : IEntityTypeConfiguration<DocumentProduit>
{
    public void Configure(EntityTypeBuilder<DocumentProduit> builder)
    {
        builder.ToTable("DocumentsProduits");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Nature).HasMaxLength(Modele.LongueurDeLaNature);
        builder.Property(d => d.ObjetType).HasMaxLength(60);
        builder.Property(d => d.Titre).HasMaxLength(300);
        builder.Property(d => d.CleDeRecherche).HasMaxLength(700);
        builder.Property(d => d.NomDuDestinataire).HasMaxLength(300);
        builder.Property(d => d.NomDuModele).HasMaxLength(200);
        builder.Property(d => d.Sha256DuModele).HasMaxLength(64);
        builder.Property(d => d.ActeurNom).HasMaxLength(200);
        builder.HasIndex(d => new
        {
            d.ObjetType,
            d.ObjetId,
            d.ProduitLe,
        });
        builder.HasIndex(d => d.ProduitLe);
        builder.HasIndex(d => d.Serie);
        builder.HasIndex(d => d.Collectivite);
        builder.HasIndex(d => d.Groupement);
        builder.HasIndex(d => d.Modele);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(d => d.Piece).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Modele>().WithMany().HasForeignKey(d => d.Modele).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(d => d.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(d => d.Collectivite).OnDelete(DeleteBehavior.Restrict);
        foreach (var propriete in builder.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
        {
            propriete.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}

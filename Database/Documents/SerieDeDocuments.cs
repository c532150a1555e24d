using CdgMarches.Domain.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Documents;

/// <summary>Le compte rendu d'une production en série : combien de documents, et lesquels n'ont pu l'être.</summary>
public sealed class SerieDeDocuments
{
    /// <summary>La clé que portent ses documents (<see cref="DocumentProduit.Serie"/>).</summary>
    public required Guid Id { get; init; }

    public required string Nature { get; init; }

    public required string Titre { get; init; }

    public required int Produits { get; init; }

    public required int EnErreur { get; init; }

    /// <summary>Une ligne par document non produit : qui, et ce qui manque.</summary>
    public required string Rapport { get; init; }

    public required DateTimeOffset ProduiteLe { get; init; }

    public required Guid ActeurId { get; init; }

    public required string ActeurNom { get; init; }
}

internal sealed class SerieDeDocumentsConfiguration : IEntityTypeConfiguration<SerieDeDocuments>
{
    public void Configure(EntityTypeBuilder<SerieDeDocuments> builder)
    {
        builder.ToTable("DocumentsSeries");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Nature).HasMaxLength(Modele.LongueurDeLaNature);
        builder.Property(s => s.Titre).HasMaxLength(300);
        builder.Property(s => s.ActeurNom).HasMaxLength(200);
        builder.HasIndex(s => new { s.Nature, s.ProduiteLe });
        builder.HasIndex(s => s.ActeurId);
    }
}

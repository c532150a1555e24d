using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Collectivites;

internal sealed class CollectiviteDeReferenceConfiguration : IEntityTypeConfiguration<CollectiviteDeReference>
{
    public void Configure(EntityTypeBuilder<CollectiviteDeReference> builder)
    {
        builder.ToTable("CatalogueNational");
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(9);
        builder.Property(c => c.Nom).HasMaxLength(200);
        builder.Property(c => c.CleDeTri).HasMaxLength(400);
        builder.Property(c => c.CleDeRecherche).HasMaxLength(500);
        builder.Property(c => c.CodeInsee).HasMaxLength(5);
        builder.Property(c => c.Siren).HasMaxLength(9);
        builder.Property(c => c.CodePostal).HasMaxLength(5);
        builder.Property(c => c.Departement).HasMaxLength(3);
        builder.Property(c => c.SirenEpci).HasMaxLength(9);
        builder.HasIndex(c => c.CleDeTri);
        builder.HasIndex(c => c.Siren);
    }
}

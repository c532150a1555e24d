using CdgMarches.Database.Socle;
using CdgMarches.Domain.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Documents;

internal sealed class DossierDeConventionConfiguration : IEntityTypeConfiguration<DossierDeConvention>
{
    public void Configure(EntityTypeBuilder<DossierDeConvention> builder)
    {
        builder.ToTable("DossiersDeConvention");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.ObjetType).HasMaxLength(60);
        builder.HasIndex(d => new { d.ObjetType, d.ObjetId }).IsUnique();
        builder.HasOne<DocumentProduit>().WithMany().HasForeignKey(d => d.Texte).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            d => d.Annexes,
            a =>
            {
                a.ToTable("DossiersDeConventionAnnexes");
                a.WithOwner().HasForeignKey("DossierId");
                a.HasKey("DossierId", nameof(AnnexeDeposee.Code));
                a.Property(x => x.Code).HasMaxLength(AnnexeDeposee.LongueurDuCode);
                a.Property(x => x.Libelle).HasMaxLength(AnnexeDeposee.LongueurDuLibelle);
                a.HasOne<PieceStockee>().WithMany().HasForeignKey(x => x.Piece).OnDelete(DeleteBehavior.Restrict);
            }
        );
    }
}

using CdgMarches.Domain.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Conventions;

internal sealed class ImportDeConventionsConfiguration : IEntityTypeConfiguration<ImportDeConventions>
{
    public void Configure(EntityTypeBuilder<ImportDeConventions> builder)
    {
        builder.ToTable("ImportsDeConventions");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.NomDuFichier).HasMaxLength(ImportDeConventions.LongueurDuNom);
        builder.Property(i => i.Empreinte).HasMaxLength(64);
        builder.Property(i => i.Auteur).HasMaxLength(200);
        builder.HasIndex(i => i.AppliqueLe);
        builder.OwnsMany(
            i => i.Lignes,
            l =>
            {
                l.ToTable("ImportsDeConventionsLignes");
                l.WithOwner().HasForeignKey("ImportId");
                l.HasKey("ImportId", nameof(LigneDImportDeConventions.Numero));
                l.Property(x => x.Numero).ValueGeneratedNever();
                l.HasOne<ConventionDAcces>().WithMany().HasForeignKey(x => x.Convention).OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.Navigation(i => i.Lignes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

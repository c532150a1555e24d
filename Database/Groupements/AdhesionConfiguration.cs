using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class AdhesionConfiguration : IEntityTypeConfiguration<Adhesion>
{
    public void Configure(EntityTypeBuilder<Adhesion> builder)
    {
        builder.ToTable("Adhesions");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.MotifDeSortie).HasMaxLength(Adhesion.LongueurDuMotif);
        builder
            .HasIndex(a => new
            {
                a.Groupement,
                a.Collectivite,
                a.Entree,
            })
            .IsUnique();
        builder.HasIndex(a => a.Collectivite);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(a => a.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(a => a.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            a => a.Choix,
            c =>
            {
                c.ToTable("AdhesionsChoix");
                c.WithOwner().HasForeignKey("AdhesionId");
                c.HasKey("AdhesionId", nameof(ChoixDePrestation.Prestation), nameof(ChoixDePrestation.Du));
                c.HasIndex(x => x.Prestation);
            }
        );
    }
}

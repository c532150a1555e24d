using CdgMarches.Database.Litiges;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class ReunionConfiguration : IEntityTypeConfiguration<ReunionDeComite>
{
    public void Configure(EntityTypeBuilder<ReunionDeComite> builder)
    {
        builder.ToTable("ReunionsDeComite");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Lieu).HasMaxLength(ReunionDeComite.LongueurDUnLibelle);
        builder.HasIndex(r => new { r.Groupement, r.Le });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(r => r.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            r => r.Presences,
            p =>
            {
                p.ToTable("ReunionsDeComitePresences");
                p.WithOwner().HasForeignKey("ReunionId");
                p.HasKey(x => x.Id);
                p.Property(x => x.Id).ValueGeneratedNever();
                p.Property(x => x.Nom).HasMaxLength(ConventionConstitutive.LongueurDUnNom);
                p.Property(x => x.Courriel).HasMaxLength(254);
            }
        );
        builder.OwnsMany(
            r => r.Actions,
            a =>
            {
                a.ToTable("ReunionsDeComiteActions");
                a.WithOwner().HasForeignKey("ReunionId");
                a.HasKey(x => x.Id);
                a.Property(x => x.Id).ValueGeneratedNever();
                a.Property(x => x.Libelle).HasMaxLength(ReunionDeComite.LongueurDUnLibelle);
                a.Property(x => x.Responsable).HasMaxLength(ReunionDeComite.LongueurDUnLibelle);
            }
        );
    }
}

internal sealed class LitigeConfiguration : IEntityTypeConfiguration<Litige>
{
    public void Configure(EntityTypeBuilder<Litige> builder)
    {
        builder.ToTable("Litiges");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Adversaire).HasMaxLength(Litige.LongueurDUnNom);
        builder.Contester();
        builder.HasIndex(l => l.Groupement);
        builder.LierAuMembre(l => l.Groupement, l => l.Declarant);
    }
}

using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class RetraitConfiguration : IEntityTypeConfiguration<DossierDeRetrait>
{
    public void Configure(EntityTypeBuilder<DossierDeRetrait> builder)
    {
        builder.ToTable("DossiersDeRetrait");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Modalites).HasMaxLength(DossierDeRetrait.LongueurDesModalites);
        builder.Property(d => d.Motif).HasMaxLength(DossierDAdhesion.LongueurDUnTexte);
        builder.ComplexProperty(d => d.Deliberation, ColonnesDeDeliberation.Configurer);
        builder.HasIndex(d => new { d.Groupement, d.Etat });
        builder.LierAuMembre(d => d.Groupement, d => d.Collectivite);
        builder.HasOne<Adhesion>().WithMany().HasForeignKey(d => d.Adhesion).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            d => d.Sommes,
            e =>
            {
                e.ToTable("DossiersDeRetraitSommes");
                e.WithOwner().HasForeignKey("DossierId");
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.Libelle).HasMaxLength(DossierDeRetrait.LongueurDUnLibelle);
                e.Ignore(x => x.Montant);
            }
        );
    }
}

internal sealed class DissolutionConfiguration : IEntityTypeConfiguration<Dissolution>
{
    public void Configure(EntityTypeBuilder<Dissolution> builder)
    {
        builder.ToTable("Dissolutions");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Motif).HasMaxLength(Dissolution.LongueurDUnTexte);
        builder.Property(d => d.LieuDesArchives).HasMaxLength(Dissolution.LongueurDUnTexte);
        builder.Property(d => d.MotifDAbandon).HasMaxLength(Dissolution.LongueurDUnTexte);
        // Pas unique : une dissolution abandonnée en laisse ouvrir une autre, sous le verrou du groupement.
        builder.HasIndex(d => d.Groupement);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(d => d.Groupement).OnDelete(DeleteBehavior.Restrict);
    }
}

using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Recensements;

internal sealed class CampagneConfiguration : IEntityTypeConfiguration<Campagne>
{
    public void Configure(EntityTypeBuilder<Campagne> builder)
    {
        builder.ToTable("Campagnes");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reference).HasMaxLength(20);
        builder.Property(c => c.Intitule).HasMaxLength(Campagne.LongueurIntitule);
        builder.Property(c => c.Consigne).HasMaxLength(Campagne.LongueurConsigne);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(c => c.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Campagne>().WithMany().HasForeignKey(c => c.Precedente).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(c => c.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(c => c.Suppleant).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => new { c.Groupement, c.Exercice });
        builder.HasIndex(c => new { c.Etat, c.ClotureLe });
        builder.OwnsMany(
            c => c.Prestations,
            p =>
            {
                p.ToTable("CampagnesPrestations");
                p.WithOwner().HasForeignKey("CampagneId");
                p.HasKey("CampagneId", nameof(PrestationDeCampagne.Prestation));
                p.Property(x => x.Prestation).ValueGeneratedNever();
                p.Property(x => x.Code).HasMaxLength(20);
                p.Property(x => x.Libelle).HasMaxLength(200);
            }
        );
        builder.OwnsMany(
            c => c.Lots,
            l =>
            {
                l.ToTable("CampagnesLots");
                l.WithOwner().HasForeignKey("CampagneId");
                l.HasKey("CampagneId", nameof(LotDeCampagne.Numero));
                l.Property(x => x.Numero).ValueGeneratedNever();
                l.Property(x => x.Intitule).HasMaxLength(300);
            }
        );
        builder.Navigation(c => c.Prestations).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(c => c.Lots).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class LigneDeCatalogueConfiguration : IEntityTypeConfiguration<LigneDeCatalogue>
{
    public void Configure(EntityTypeBuilder<LigneDeCatalogue> builder)
    {
        builder.ToTable("LignesDeCatalogue");
        builder.HasKey(l => new { l.Campagne, l.Numero });
        builder.Property(l => l.Numero).ValueGeneratedNever();
        builder.Property(l => l.Designation).HasMaxLength(LigneDeCatalogue.LongueurDesignation);
        builder.Property(l => l.Unite).HasMaxLength(LigneDeCatalogue.LongueurUnite);
        builder.Property(l => l.Demandes).HasConversion<int>();
        builder.Ignore(l => l.EstRetiree);
        builder.Ignore(l => l.Description);
        builder.HasOne<Campagne>().WithMany().HasForeignKey(l => l.Campagne).OnDelete(DeleteBehavior.Restrict);
    }
}

using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class GroupementConfiguration : IEntityTypeConfiguration<Groupement>
{
    public void Configure(EntityTypeBuilder<Groupement> builder)
    {
        builder.ToTable("Groupements");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Reference).HasConversion(r => r.ToString(), t => ReferenceDeGroupement.Lire(t)).HasMaxLength(20);
        builder.Property(g => g.Nom).HasMaxLength(Groupement.LongueurDuNom);
        builder.Property(g => g.CleDeTri).HasMaxLength(2 * Groupement.LongueurDuNom);
        builder.Property(g => g.Objet).HasMaxLength(Groupement.LongueurDeLObjet);
        builder.HasIndex(g => g.Reference).IsUnique();
        builder.HasIndex(g => g.CleDeTri);
        builder.HasIndex(g => g.Coordonnateur);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(g => g.Coordonnateur).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(g => g.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(g => g.Suppleant).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            g => g.Prestations,
            p =>
            {
                p.ToTable("GroupementsPrestations");
                p.WithOwner().HasForeignKey("GroupementId");
                p.HasKey(x => x.Id);
                p.Property(x => x.Id).ValueGeneratedNever();
                p.Property(x => x.Code).HasMaxLength(Prestation.LongueurDuCode);
                p.Property(x => x.Libelle).HasMaxLength(Prestation.LongueurDuLibelle);
                p.Property(x => x.Unite).HasMaxLength(Prestation.LongueurDeLUnite);
                p.HasIndex("GroupementId", nameof(Prestation.Code)).IsUnique();
            }
        );
        builder.OwnsMany(
            g => g.Lots,
            l =>
            {
                l.ToTable("GroupementsLots");
                l.WithOwner().HasForeignKey("GroupementId");
                l.HasKey("GroupementId", nameof(Lot.Numero));
                l.Property(x => x.Numero).ValueGeneratedNever();
                l.Property(x => x.Intitule).HasMaxLength(Lot.LongueurDeLIntitule);
                l.Property(x => x.Cpv).HasConversion(c => c!.Valeur, t => CodeCpv.Lire(t)).HasMaxLength(10);
                l.HasIndex(x => x.Prestation);
            }
        );
    }
}

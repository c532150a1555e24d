using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Comptes;

internal sealed class UtilisateurConfiguration : IEntityTypeConfiguration<Utilisateur>
{
    public void Configure(EntityTypeBuilder<Utilisateur> builder)
    {
        builder.ToTable("Utilisateurs");
        builder.Property(u => u.Nom).HasMaxLength(Utilisateur.LongueurDuNom);
        builder.Property(u => u.PhoneNumber).HasMaxLength(40);
        builder.Property(u => u.CleDeRecherche).HasMaxLength(1000).UsePropertyAccessMode(PropertyAccessMode.Property);
    }
}

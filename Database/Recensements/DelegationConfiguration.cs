using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Recensements;

internal sealed class DelegationConfiguration : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Nom).HasMaxLength(Reponse.LongueurNom);
        builder.Property(d => d.Acte).HasMaxLength(Delegation.LongueurActe);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(d => d.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(d => d.Utilisateur).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.Collectivite, d.Utilisateur });
    }
}

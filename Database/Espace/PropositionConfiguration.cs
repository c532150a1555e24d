using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Espace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Espace;

internal sealed class PropositionConfiguration : IEntityTypeConfiguration<Proposition>
{
    public void Configure(EntityTypeBuilder<Proposition> builder)
    {
        builder.ToTable("Propositions");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ProposeePar).HasMaxLength(200);
        builder.Property(p => p.Nom).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
        builder.Property(p => p.Prenom).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
        builder.Property(p => p.Courriel).HasMaxLength(254);
        builder.Property(p => p.Telephone).HasMaxLength(40);
        builder.Property(p => p.Avant).HasMaxLength(1000);
        builder.Property(p => p.Apres).HasMaxLength(1000);
        builder.Property(p => p.Motif).HasMaxLength(Proposition.LongueurDuTexte);
        builder.Ignore(p => p.Coordonnees);
        builder.HasIndex(p => new { p.Etat, p.ProposeeLe });
        builder.HasIndex(p => new { p.Collectivite, p.ProposeeLe });
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(p => p.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

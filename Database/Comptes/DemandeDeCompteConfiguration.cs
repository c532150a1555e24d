using CdgMarches.Domain.Comptes;
using CdgMarches.Domain.Comptes.Regles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Comptes;

internal sealed class DemandeDeCompteConfiguration : IEntityTypeConfiguration<DemandeDeCompte>
{
    public void Configure(EntityTypeBuilder<DemandeDeCompte> builder)
    {
        builder.ToTable("DemandesDeCompte");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Nom).HasMaxLength(DemandeDeCompte.LongueurDuNom);
        builder.Property(d => d.Courriel).HasMaxLength(DemandeDeCompte.LongueurDuCourriel);
        builder.Property(d => d.Telephone).HasMaxLength(DemandeDeCompte.LongueurDuTelephone);
        builder.Property(d => d.Message).HasMaxLength(DemandeDeCompte.LongueurDuMessage);
        builder.Property(d => d.MotifDuRefus).HasMaxLength(RefusMotive.LongueurMax);
        builder.HasIndex(d => new { d.Etat, d.Collectivite });
        builder.HasIndex(d => d.DeposeeLe);
    }
}

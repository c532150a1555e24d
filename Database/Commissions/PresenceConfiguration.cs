using CdgMarches.Domain.Commissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Commissions;

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> builder)
    {
        builder.ToTable("SeancesPresences");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => new { p.Seance, p.Personne });
        builder.HasOne<Seance>().WithMany().HasForeignKey(p => p.Seance).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConvocationConfiguration : IEntityTypeConfiguration<Convocation>
{
    public void Configure(EntityTypeBuilder<Convocation> builder)
    {
        builder.ToTable("Convocations");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Nom).HasMaxLength(Designation.LongueurDuNom);
        builder.Property(c => c.Fonction).HasMaxLength(Designation.LongueurDeLaFonction);
        builder.Property(c => c.Membre).HasMaxLength(Siege.LongueurDuNom);
        builder.Property(c => c.Courriel).HasMaxLength(254);
        builder.Property(c => c.Adresse).HasMaxLength(Designation.LongueurDeLAdresse);
        builder.Property(c => c.Preuve).HasMaxLength(Convocation.LongueurDeLaPreuve);
        builder.Property(c => c.MotifDuRejet).HasMaxLength(500);
        builder.Property(c => c.EmpreinteDuCode).HasMaxLength(64);
        builder
            .HasIndex(c => new
            {
                c.Seance,
                c.Numero,
                c.Personne,
            })
            .IsUnique();
        builder.HasIndex(c => c.Envoi);
        builder.HasOne<Seance>().WithMany().HasForeignKey(c => c.Seance).OnDelete(DeleteBehavior.Restrict);
    }
}

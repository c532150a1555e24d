using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Courriels;

internal sealed class CourrierConfiguration : IEntityTypeConfiguration<Courrier>
{
    public void Configure(EntityTypeBuilder<Courrier> builder)
    {
        builder.ToTable("Courriers");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Numero).HasMaxLength(20);
        builder.Property(c => c.Objet).HasMaxLength(Courrier.LongueurDeLObjet);
        builder.Property(c => c.CleDeRecherche).HasMaxLength(1000);
        builder.Property(c => c.ObjetType).HasMaxLength(60);
        builder.HasIndex(c => c.Numero).IsUnique();
        builder.HasIndex(c => new { c.ObjetType, c.ObjetId });
        builder.HasIndex(c => c.EnregistreLe);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(c => c.Piece).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            c => c.Destinataires,
            d =>
            {
                d.ToTable("CourriersDestinataires");
                d.WithOwner().HasForeignKey("CourrierId");
                d.HasKey("CourrierId", nameof(DestinataireDeCourrier.Rang));
                d.Property(x => x.Rang).ValueGeneratedNever();
                d.Property(x => x.Nom).HasMaxLength(DestinataireDeCourrier.LongueurDuNom);
                d.Property(x => x.Adresse).HasMaxLength(DestinataireDeCourrier.LongueurDeLAdresse);
                d.Property(x => x.NumeroDAccuse).HasMaxLength(DestinataireDeCourrier.LongueurDeLAccuse);
                d.Ignore(x => x.DateDeNotification);
                d.HasIndex(x => x.Collectivite);
                d.HasOne<PieceStockee>().WithMany().HasForeignKey(x => x.Accuse).OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.Navigation(c => c.Destinataires).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class TransmissionConfiguration : IEntityTypeConfiguration<Transmission>
{
    public void Configure(EntityTypeBuilder<Transmission> builder)
    {
        builder.ToTable("Transmissions");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Objet).HasMaxLength(Transmission.LongueurDeLObjet);
        builder.Property(t => t.CleDeRecherche).HasMaxLength(2 * Transmission.LongueurDeLObjet);
        builder.Property(t => t.Texte).HasMaxLength(Transmission.LongueurDuTexte);
        builder.Property(t => t.MotifDAbandon).HasMaxLength(Transmission.LongueurDuMotif);
        builder.Property(t => t.ObjetType).HasMaxLength(60);
        builder.Ignore(t => t.EstEnAttente);
        builder.HasIndex(t => new { t.Groupement, t.RecueLe });
        builder.HasIndex(t => new { t.ObjetType, t.ObjetId });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(t => t.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(t => t.Piece).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MembreInformeConfiguration : IEntityTypeConfiguration<MembreInforme>
{
    public void Configure(EntityTypeBuilder<MembreInforme> builder)
    {
        builder.ToTable("TransmissionsMembres");
        builder.HasKey(m => new { m.Transmission, m.Collectivite });
        builder.Property(m => m.LuPar).HasMaxLength(200);
        builder.HasIndex(m => m.Collectivite);
        builder.HasOne<Transmission>().WithMany().HasForeignKey(m => m.Transmission).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(m => m.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

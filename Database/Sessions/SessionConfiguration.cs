using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Sessions;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<SessionDePresentation>
{
    public void Configure(EntityTypeBuilder<SessionDePresentation> builder)
    {
        builder.ToTable("SessionsDePresentation");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Titre).HasMaxLength(SessionDePresentation.LongueurDuTitre);
        builder.Property(s => s.CleDeTri).HasMaxLength(SessionDePresentation.LongueurDuTitre);
        builder.Property(s => s.Lieu).HasMaxLength(SessionDePresentation.LongueurDuTitre);
        builder.Property(s => s.Prestataires).HasMaxLength(SessionDePresentation.LongueurDuTexte);
        builder.HasIndex(s => new { s.Groupement, s.Date });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(s => s.Groupement).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InscriptionConfiguration : IEntityTypeConfiguration<Inscription>
{
    public void Configure(EntityTypeBuilder<Inscription> builder)
    {
        builder.ToTable("SessionsInscriptions");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Personne).HasMaxLength(Inscription.Longueur);
        builder.Property(i => i.Courriel).HasMaxLength(254);
        builder.HasIndex(i => new { i.Session, i.Collectivite });
        builder.HasIndex(i => i.Collectivite);
        builder.HasOne<SessionDePresentation>().WithMany().HasForeignKey(i => i.Session).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(i => i.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

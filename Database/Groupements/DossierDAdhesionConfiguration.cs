using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class DossierDAdhesionConfiguration : IEntityTypeConfiguration<DossierDAdhesion>
{
    public void Configure(EntityTypeBuilder<DossierDAdhesion> builder)
    {
        builder.ToTable("DossiersDAdhesion");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Motif).HasMaxLength(DossierDAdhesion.LongueurDUnTexte);
        builder.ComplexProperty(d => d.Deliberation, ColonnesDeDeliberation.Configurer);
        builder.Ignore(d => d.Formalites);
        builder.Ignore(d => d.CorrectionEnCours);
        builder.HasIndex(d => new { d.Groupement, d.Etat });
        builder.HasIndex(d => new { d.Groupement, d.Collectivite });
        builder.LierAuMembre(d => d.Groupement, d => d.Collectivite);
        builder.HasOne<Adhesion>().WithMany().HasForeignKey(d => d.Adhesion).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AvenantDeConvention>().WithMany().HasForeignKey(d => d.Avenant).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            d => d.Choix,
            c =>
            {
                c.ToTable("DossiersDAdhesionChoix");
                c.WithOwner().HasForeignKey("DossierId");
                c.HasKey("DossierId", nameof(ChoixPrevu.Prestation));
                c.HasIndex(x => x.Prestation);
            }
        );
        builder.OwnsMany(
            d => d.Pieces,
            p =>
            {
                p.ToTable("DossiersDAdhesionPieces");
                p.WithOwner().HasForeignKey("DossierId");
                p.HasKey(x => x.Id);
                p.Property(x => x.Id).ValueGeneratedNever();
            }
        );
        builder.OwnsMany(
            d => d.Corrections,
            c =>
            {
                c.ToTable("DossiersDAdhesionCorrections");
                c.WithOwner().HasForeignKey("DossierId");
                c.HasKey(x => x.Id);
                c.Property(x => x.Id).ValueGeneratedNever();
                c.Property(x => x.Texte).HasMaxLength(DossierDAdhesion.LongueurDUnTexte);
            }
        );
    }
}

internal sealed class FenetreDAdhesionConfiguration : IEntityTypeConfiguration<FenetreDAdhesion>
{
    public void Configure(EntityTypeBuilder<FenetreDAdhesion> builder)
    {
        builder.ToTable("FenetresDAdhesion");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Objet).HasMaxLength(FenetreDAdhesion.LongueurDeLObjet);
        builder.HasIndex(f => new { f.Groupement, f.Ouverture });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(f => f.Groupement).OnDelete(DeleteBehavior.Restrict);
    }
}

using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Commissions;

internal sealed class CommissionConfiguration : IEntityTypeConfiguration<Commission>
{
    public void Configure(EntityTypeBuilder<Commission> builder)
    {
        builder.ToTable("Commissions");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Nom).HasMaxLength(Commission.LongueurDuNom);
        builder.Property(c => c.CleDeTri).HasMaxLength(2 * Commission.LongueurDuNom);
        builder.ComplexProperty(c => c.Regles, RegleEnColonnes);
        builder.HasIndex(c => c.Groupement);
        builder.HasIndex(c => new { c.Coordonnateur, c.Regime });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(c => c.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(c => c.Coordonnateur).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            c => c.Sieges,
            s =>
            {
                s.ToTable("CommissionsSieges");
                s.WithOwner().HasForeignKey("CommissionId");
                s.HasKey(x => x.Id);
                s.Property(x => x.Id).ValueGeneratedNever();
                s.Property(x => x.Nom).HasMaxLength(Siege.LongueurDuNom);
                s.HasIndex(x => x.Collectivite);
            }
        );
        builder.OwnsMany(
            c => c.Designations,
            d =>
            {
                d.ToTable("CommissionsDesignations");
                d.WithOwner().HasForeignKey("CommissionId");
                d.HasKey(x => x.Id);
                d.Property(x => x.Id).ValueGeneratedNever();
                d.Property(x => x.Nom).HasMaxLength(Designation.LongueurDuNom);
                d.Property(x => x.Fonction).HasMaxLength(Designation.LongueurDeLaFonction);
                d.Property(x => x.Courriel).HasMaxLength(254);
                d.Property(x => x.Adresse).HasMaxLength(Designation.LongueurDeLAdresse);
                d.Property(x => x.Deliberation).HasMaxLength(Designation.LongueurDeLaDeliberation);
                d.HasIndex(x => x.Au);
            }
        );
        builder.OwnsMany(
            c => c.Consultatifs,
            p =>
            {
                p.ToTable("CommissionsConsultatifs");
                p.WithOwner().HasForeignKey("CommissionId");
                p.HasKey(x => x.Id);
                p.Property(x => x.Id).ValueGeneratedNever();
                p.Property(x => x.Nom).HasMaxLength(Designation.LongueurDuNom);
                p.Property(x => x.Fonction).HasMaxLength(Designation.LongueurDeLaFonction);
                p.Property(x => x.Courriel).HasMaxLength(254);
                p.Property(x => x.Adresse).HasMaxLength(Designation.LongueurDeLAdresse);
            }
        );
    }

    internal static void RegleEnColonnes(ComplexPropertyBuilder<ReglesDeCommission> regles)
    {
        regles.Property(r => r.JoursFrancs).HasColumnName("JoursFrancs");
        regles.Property(r => r.EnvoiTardifPermis).HasColumnName("EnvoiTardifPermis");
        regles.Property(r => r.Quorum).HasColumnName("RegleDeQuorum");
        regles.Property(r => r.JoursFrancsALaSeconde).HasColumnName("JoursFrancsALaSeconde");
        regles.Property(r => r.SecondeSansQuorum).HasColumnName("SecondeSansQuorum");
        regles.Property(r => r.VoixPreponderante).HasColumnName("VoixPreponderante");
        regles.Property(r => r.SuppleantObligatoire).HasColumnName("SuppleantObligatoire");
        regles.Property(r => r.DistancePermise).HasColumnName("DistancePermise");
        regles
            .Property(r => r.Fondement)
            .HasColumnName("FondementDesRegles")
            .HasMaxLength(ReglesDeCommission.LongueurDuFondement);
    }
}

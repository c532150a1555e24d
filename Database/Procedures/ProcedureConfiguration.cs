using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Procedures;

internal sealed class ProcedureConfiguration : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.ToTable("Procedures");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reference).HasConversion(r => r.ToString(), t => ReferenceDeProcedure.Lire(t)).HasMaxLength(20);
        builder.Property(p => p.Objet).HasMaxLength(Procedure.LongueurDeLObjet);
        builder.Property(p => p.CleDeTri).HasMaxLength(Procedure.LongueurDeLObjet);
        builder.HasIndex(p => p.Reference).IsUnique();
        builder.HasIndex(p => new { p.Groupement, p.LanceeLe });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(p => p.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(p => p.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(p => p.Suppleant).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            p => p.Lots,
            l =>
            {
                l.ToTable("ProceduresLots");
                l.WithOwner().HasForeignKey("ProcedureId");
                l.HasKey("ProcedureId", nameof(LotDeProcedure.Numero));
                l.Property(x => x.Numero).ValueGeneratedNever();
                l.Property(x => x.Intitule).HasMaxLength(LotDeProcedure.LongueurDeLIntitule);
                l.HasIndex(x => x.Prestation);
                l.Property(x => x.Cpv).HasMaxLength(10);
                l.Property(x => x.EstPetitLot).HasDefaultValue(false);
                l.Property(x => x.Statut).HasDefaultValue(StatutDeLot.Preparation);
                l.Property(x => x.MotifDeLIssue).HasMaxLength(LotDeProcedure.LongueurDuMotif);
                l.HasIndex(x => x.Statut);
            }
        );
        Conduire(builder);
    }

    /// <summary>La forme choisie, le calendrier et ce qui est constaté ; les bases existantes reçoivent les valeurs par défaut.</summary>
    private static void Conduire(EntityTypeBuilder<Procedure> builder)
    {
        builder.Property(p => p.Contrat).HasDefaultValue(FormeDeContrat.Marche);
        builder.Property(p => p.ComplementsCentimes).HasDefaultValue(0L);
        builder.Property(p => p.RemiseElectronique).HasDefaultValue(true).HasSentinel(true);
        builder.Property(p => p.Preinformation).HasDefaultValue(false);
        builder.Property(p => p.DocumentsHorsProfil).HasDefaultValue(false);
        builder.Property(p => p.Rectificatifs).HasDefaultValue(0);
        builder.Property(p => p.JustificationDeLaForme).HasMaxLength(Procedure.LongueurDeLaJustification);
        builder.Property(p => p.JustificationDeLaDuree).HasMaxLength(Procedure.LongueurDeLaJustification);
        builder.Property(p => p.JustificationDuNonAllotissement).HasMaxLength(Procedure.LongueurDeLaJustification);
        builder.Property(p => p.JustificationDeLUrgence).HasMaxLength(Procedure.LongueurDeLaJustification);
        builder.Ignore(p => p.Modalites);
        builder.Ignore(p => p.Limites);
        builder.HasIndex(p => new { p.ProchaineEcheance, p.Id });
        builder.HasOne<Consolidation>().WithMany().HasForeignKey(p => p.Consolidation).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Note).HasMaxLength(Procedure.LongueurDeLaNote);
        builder.OwnsMany(
            p => p.Pieces,
            d =>
            {
                d.ToTable("ProceduresPieces");
                d.WithOwner().HasForeignKey("ProcedureId");
                d.HasKey("ProcedureId", nameof(PieceDuDce.Numero));
                d.Property(x => x.Numero).ValueGeneratedNever();
                d.Property(x => x.Nom).HasMaxLength(PieceDuDce.LongueurDuNom);
                d.Property(x => x.Responsable).HasMaxLength(PieceDuDce.LongueurDuNom);
            }
        );
        builder.OwnsMany(
            p => p.Avis,
            a =>
            {
                a.ToTable("ProceduresAvis");
                a.WithOwner().HasForeignKey("ProcedureId");
                a.HasKey("ProcedureId", nameof(AvisEnvoye.Numero));
                a.Property(x => x.Numero).ValueGeneratedNever();
                a.Property(x => x.Objet).HasMaxLength(AvisEnvoye.LongueurDeLaReference);
                a.Property(x => x.Reference).HasMaxLength(AvisEnvoye.LongueurDeLaReference);
            }
        );
        builder.OwnsMany(
            p => p.Jalons,
            j =>
            {
                j.ToTable("ProceduresJalons");
                j.WithOwner().HasForeignKey("ProcedureId");
                j.HasKey("ProcedureId", nameof(Jalon.Etape));
            }
        );
        builder.OwnsMany(
            p => p.Faits,
            f =>
            {
                f.ToTable("ProceduresFaits");
                f.WithOwner().HasForeignKey("ProcedureId");
                f.HasKey("ProcedureId", nameof(FaitDeLot.Lot), nameof(FaitDeLot.Etape));
                f.Property(x => x.Lot).ValueGeneratedNever();
                f.Property(x => x.Precision).HasMaxLength(FaitDeLot.LongueurDeLaPrecision);
            }
        );
    }
}

internal sealed class MembreFigeConfiguration : IEntityTypeConfiguration<MembreFige>
{
    public void Configure(EntityTypeBuilder<MembreFige> builder)
    {
        builder.ToTable("ProceduresMembres");
        builder.HasKey(m => new
        {
            m.Procedure,
            m.Lot,
            m.Collectivite,
        });
        builder.Property(m => m.Procedure).HasColumnName("ProcedureId");
        builder.Property(m => m.Lot).ValueGeneratedNever();
        builder.Property(m => m.Nom).HasMaxLength(300);
        builder.Property(m => m.CleDeTri).HasMaxLength(400);
        builder.Property(m => m.Siret).HasMaxLength(14);
        builder.HasIndex(m => m.Collectivite);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(m => m.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(m => m.Collectivite).OnDelete(DeleteBehavior.Restrict);
        foreach (var propriete in builder.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
        {
            propriete.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}

using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Procedures;

internal sealed class ExclusionDeMembreConfiguration : IEntityTypeConfiguration<ExclusionDeMembre>
{
    public void Configure(EntityTypeBuilder<ExclusionDeMembre> builder)
    {
        builder.ToTable("ProceduresExclusions");
        builder.HasKey(e => new { e.Procedure, e.Collectivite });
        builder.Property(e => e.Procedure).HasColumnName("ProcedureId");
        builder.Property(e => e.Motif).HasMaxLength(ExclusionDeMembre.LongueurDuMotif);
        builder.Property(e => e.Par).HasMaxLength(200);
        builder.HasIndex(e => e.Collectivite);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(e => e.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(e => e.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AvisSurLaNoteConfiguration : IEntityTypeConfiguration<AvisSurLaNote>
{
    public void Configure(EntityTypeBuilder<AvisSurLaNote> builder)
    {
        builder.ToTable("ProceduresAvisSurLaNote");
        builder.HasKey(a => new { a.Procedure, a.Collectivite });
        builder.Property(a => a.Procedure).HasColumnName("ProcedureId");
        builder.Property(a => a.Texte).HasMaxLength(AvisSurLaNote.LongueurDuTexte);
        builder.Property(a => a.Par).HasMaxLength(200);
        builder.HasIndex(a => a.Collectivite);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(a => a.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(a => a.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegistreConfiguration : IEntityTypeConfiguration<Registre>
{
    public void Configure(EntityTypeBuilder<Registre> builder)
    {
        builder.ToTable("Registres");
        builder.HasKey(r => r.Procedure);
        builder.Property(r => r.Procedure).HasColumnName("ProcedureId").ValueGeneratedNever();
        builder.HasOne<Procedure>().WithOne().HasForeignKey<Registre>(r => r.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            r => r.Retraits,
            r =>
            {
                r.ToTable("RegistresRetraits");
                r.WithOwner().HasForeignKey("ProcedureId");
                r.HasKey("ProcedureId", nameof(Retrait.Numero));
                r.Property(x => x.Numero).ValueGeneratedNever();
                r.Property(x => x.Entreprise).HasMaxLength(300);
                r.Property(x => x.Courriel).HasMaxLength(254);
            }
        );
        builder.OwnsMany(
            r => r.Questions,
            q =>
            {
                q.ToTable("RegistresQuestions");
                q.WithOwner().HasForeignKey("ProcedureId");
                q.HasKey("ProcedureId", nameof(Question.Numero));
                q.Property(x => x.Numero).ValueGeneratedNever();
                q.Property(x => x.Texte).HasMaxLength(4000);
                q.Property(x => x.Reponse).HasMaxLength(4000);
            }
        );
        builder.OwnsMany(
            r => r.Plis,
            p =>
            {
                p.ToTable("RegistresPlis");
                p.WithOwner().HasForeignKey("ProcedureId");
                p.HasKey("ProcedureId", nameof(Pli.Numero));
                p.Property(x => x.Numero).ValueGeneratedNever();
                p.Property(x => x.Entreprise).HasMaxLength(300);
                p.Property(x => x.Siret).HasMaxLength(20);
                p.Property(x => x.LotsEnTexte).HasMaxLength(400);
                p.Property(x => x.Motif).HasMaxLength(OffreDeLot.LongueurDuMotif);
                p.Ignore(x => x.Lots);
            }
        );
        builder.OwnsMany(
            r => r.Deports,
            d =>
            {
                d.ToTable("RegistresDeports");
                d.WithOwner().HasForeignKey("ProcedureId");
                d.HasKey("ProcedureId", nameof(DeportDuRegistre.Numero));
                d.Property(x => x.Numero).ValueGeneratedNever();
                d.Property(x => x.Personne).HasMaxLength(200);
                d.Property(x => x.Motif).HasMaxLength(1000);
            }
        );
    }
}

internal sealed class AnalyseDeLotConfiguration : IEntityTypeConfiguration<AnalyseDeLot>
{
    public void Configure(EntityTypeBuilder<AnalyseDeLot> builder)
    {
        builder.ToTable("Analyses");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Procedure).HasColumnName("ProcedureId");
        builder.Property(a => a.ActeDuChoix).HasMaxLength(500);
        builder.Property(a => a.MotifsDuChoix).HasMaxLength(OffreDeLot.LongueurDuMotif);
        builder.Property(a => a.MiseAuPoint).HasMaxLength(4000);
        builder.Ignore(a => a.TotalDesPoids);
        builder.Ignore(a => a.MontantMisAuPoint);
        builder.Ignore(a => a.Rejets);
        builder.Ignore(a => a.ARejeter);
        builder.HasIndex(a => new { a.Procedure, a.Lot }).IsUnique();
        builder.HasOne<Procedure>().WithMany().HasForeignKey(a => a.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            a => a.Criteres,
            c =>
            {
                c.ToTable("AnalysesCriteres");
                c.WithOwner().HasForeignKey("AnalyseId");
                c.HasKey("AnalyseId", nameof(Critere.Numero));
                c.Property(x => x.Numero).ValueGeneratedNever();
                c.Property(x => x.Intitule).HasMaxLength(Critere.LongueurDeLIntitule);
            }
        );
        builder.OwnsMany(
            a => a.Offres,
            o =>
            {
                o.ToTable("AnalysesOffres");
                o.WithOwner().HasForeignKey("AnalyseId");
                o.HasKey("AnalyseId", nameof(OffreDeLot.Numero));
                o.Property(x => x.Numero).ValueGeneratedNever();
                o.Property(x => x.Entreprise).HasMaxLength(300);
                o.Property(x => x.Siret).HasMaxLength(20);
                o.Property(x => x.Motif).HasMaxLength(OffreDeLot.LongueurDuMotif);
                o.Property(x => x.MotifsDuRejet).HasMaxLength(OffreDeLot.LongueurDuMotif);
                o.Ignore(x => x.Montant);
            }
        );
        builder.OwnsMany(
            a => a.Notes,
            n =>
            {
                n.ToTable("AnalysesNotes");
                n.WithOwner().HasForeignKey("AnalyseId");
                n.HasKey("AnalyseId", nameof(NoteDOffre.Offre), nameof(NoteDOffre.Critere));
                n.Property(x => x.Offre).ValueGeneratedNever();
                n.Property(x => x.Critere).ValueGeneratedNever();
            }
        );
        builder.OwnsMany(
            a => a.Tours,
            t =>
            {
                t.ToTable("AnalysesTours");
                t.WithOwner().HasForeignKey("AnalyseId");
                t.HasKey("AnalyseId", nameof(TourDeNegociation.Numero));
                t.Property(x => x.Numero).ValueGeneratedNever();
                t.Property(x => x.Invites).HasMaxLength(4000);
            }
        );
    }
}

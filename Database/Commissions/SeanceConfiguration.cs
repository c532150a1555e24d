using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Commissions;

internal sealed class SeanceConfiguration : IEntityTypeConfiguration<Seance>
{
    public void Configure(EntityTypeBuilder<Seance> builder)
    {
        builder.ToTable("Seances");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Reference).HasConversion(r => r.ToString(), t => ReferenceDeSeance.Lire(t)).HasMaxLength(20);
        builder.Property(s => s.Lieu).HasMaxLength(Seance.LongueurDuLieu);
        builder.Property(s => s.Lien).HasMaxLength(Seance.LongueurDuLien);
        builder.Property(s => s.Modalites).HasMaxLength(Seance.LongueurDesTextes);
        builder.Property(s => s.Changements).HasMaxLength(4 * Seance.LongueurDesTextes);
        builder.Property(s => s.MotifDEnvoi).HasMaxLength(Seance.LongueurDesTextes);
        builder.Property(s => s.MotifDOuverture).HasMaxLength(Seance.LongueurDesTextes);
        builder.Property(s => s.MotifDeFin).HasMaxLength(Seance.LongueurDesTextes);
        builder.Property(s => s.NomDuPv).HasMaxLength(255);
        builder.ComplexProperty(s => s.Regles, CommissionConfiguration.RegleEnColonnes);
        builder.Ignore(s => s.Donnees);
        builder.Ignore(s => s.SurSecondeConvocation);
        builder.HasIndex(s => s.Reference).IsUnique();
        builder.HasIndex(s => new { s.Commission, s.Date });
        builder.HasIndex(s => new { s.Etat, s.Date });
        builder.HasOne<Commission>().WithMany().HasForeignKey(s => s.Commission).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Seance>().WithMany().HasForeignKey(s => s.Premiere).OnDelete(DeleteBehavior.Restrict);
        Points(builder);
        Personnes(builder);
        builder.OwnsMany(
            s => s.Rectificatifs,
            r =>
            {
                r.ToTable("SeancesRectificatifs");
                r.WithOwner().HasForeignKey("SeanceId");
                r.HasKey("SeanceId", nameof(RectificatifDePv.Numero));
                r.Property(x => x.Numero).ValueGeneratedNever();
                r.Property(x => x.Nom).HasMaxLength(255);
                r.Property(x => x.Motif).HasMaxLength(Seance.LongueurDesTextes);
            }
        );
    }

    private static void Points(EntityTypeBuilder<Seance> builder)
    {
        builder.OwnsMany(
            s => s.Points,
            p =>
            {
                p.ToTable("SeancesPoints");
                p.WithOwner().HasForeignKey("SeanceId");
                p.HasKey("SeanceId", nameof(PointDOrdreDuJour.Numero));
                p.Property(x => x.Numero).ValueGeneratedNever();
                p.Property(x => x.Titre).HasMaxLength(PointDOrdreDuJour.LongueurDuTitre);
                p.Property(x => x.Avenant).HasMaxLength(PointDOrdreDuJour.LongueurDuTitre);
                p.Property(x => x.Competence).HasMaxLength(2 * PointDOrdreDuJour.LongueurDeLaCompetence);
                p.Property(x => x.MotifDeSaisine).HasMaxLength(PointDOrdreDuJour.LongueurDeLaCompetence);
                p.Property(x => x.Rapport).HasMaxLength(PointDOrdreDuJour.LongueurDesTextes);
                p.Property(x => x.Notes).HasMaxLength(PointDOrdreDuJour.LongueurDesTextes);
                p.Property(x => x.Observations).HasMaxLength(PointDOrdreDuJour.LongueurDesTextes);
                p.Property(x => x.Motifs).HasMaxLength(PointDOrdreDuJour.LongueurDesTextes);
                p.Property(x => x.Attributaire).HasMaxLength(PointDOrdreDuJour.LongueurDeLAttributaire);
                p.HasIndex(x => new { x.Procedure, x.Lot });
                p.HasIndex(x => x.Groupement);
                p.HasOne<Groupement>().WithMany().HasForeignKey(x => x.Groupement).OnDelete(DeleteBehavior.Restrict);
                p.HasOne<Procedure>().WithMany().HasForeignKey(x => x.Procedure).OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.OwnsMany(
            s => s.Offres,
            o =>
            {
                o.ToTable("SeancesOffres");
                o.WithOwner().HasForeignKey("SeanceId");
                o.HasKey("SeanceId", nameof(OffreExaminee.Point), nameof(OffreExaminee.Ordre));
                o.Property(x => x.Point).ValueGeneratedNever();
                o.Property(x => x.Ordre).ValueGeneratedNever();
                o.Property(x => x.Candidat).HasMaxLength(OffreExaminee.LongueurDuCandidat);
                o.Property(x => x.MotifDeRejet).HasMaxLength(OffreExaminee.LongueurDuMotif);
            }
        );
        builder.OwnsMany(
            s => s.Documents,
            d =>
            {
                d.ToTable("SeancesDocuments");
                d.WithOwner().HasForeignKey("SeanceId");
                d.HasKey("SeanceId", nameof(DocumentDePoint.Point), nameof(DocumentDePoint.Piece));
                d.Property(x => x.Point).ValueGeneratedNever();
                d.Property(x => x.Piece).ValueGeneratedNever();
                d.Property(x => x.Nom).HasMaxLength(255);
                d.Property(x => x.Sha256).HasMaxLength(64);
            }
        );
        builder.OwnsMany(
            s => s.Voix,
            v =>
            {
                v.ToTable("SeancesVoix");
                v.WithOwner().HasForeignKey("SeanceId");
                v.HasKey("SeanceId", nameof(VoixNommee.Point), nameof(VoixNommee.Siege));
                v.Property(x => x.Point).ValueGeneratedNever();
                v.Property(x => x.Siege).ValueGeneratedNever();
            }
        );
    }

    private static void Personnes(EntityTypeBuilder<Seance> builder)
    {
        builder.OwnsMany(
            s => s.Places,
            p =>
            {
                p.ToTable("SeancesPlaces");
                p.WithOwner().HasForeignKey("SeanceId");
                p.HasKey("SeanceId", nameof(PlaceDeSeance.Siege));
                p.Property(x => x.Siege).ValueGeneratedNever();
                p.Property(x => x.Membre).HasMaxLength(Siege.LongueurDuNom);
                p.Property(x => x.NomDuTitulaire).HasMaxLength(Designation.LongueurDuNom);
                p.Property(x => x.FonctionDuTitulaire).HasMaxLength(Designation.LongueurDeLaFonction);
                p.Property(x => x.NomDuSuppleant).HasMaxLength(Designation.LongueurDuNom);
                p.Property(x => x.FonctionDuSuppleant).HasMaxLength(Designation.LongueurDeLaFonction);
            }
        );
        builder.OwnsMany(
            s => s.Invites,
            i =>
            {
                i.ToTable("SeancesInvites");
                i.WithOwner().HasForeignKey("SeanceId");
                i.HasKey("SeanceId", nameof(InviteDeSeance.Personne));
                i.Property(x => x.Personne).ValueGeneratedNever();
                i.Property(x => x.Nom).HasMaxLength(Designation.LongueurDuNom);
                i.Property(x => x.Fonction).HasMaxLength(Designation.LongueurDeLaFonction);
                i.Property(x => x.Courriel).HasMaxLength(254);
                i.Property(x => x.Adresse).HasMaxLength(Designation.LongueurDeLAdresse);
            }
        );
        builder.OwnsMany(
            s => s.Deports,
            d =>
            {
                d.ToTable("SeancesDeports");
                d.WithOwner().HasForeignKey("SeanceId");
                d.HasKey("SeanceId", nameof(Deport.Point), nameof(Deport.Personne));
                d.Property(x => x.Point).ValueGeneratedNever();
                d.Property(x => x.Personne).ValueGeneratedNever();
                d.Property(x => x.Nom).HasMaxLength(Designation.LongueurDuNom);
                d.Property(x => x.Motif).HasMaxLength(Deport.LongueurDuMotif);
            }
        );
    }
}

using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Contributions;

internal sealed class AppelConfiguration : IEntityTypeConfiguration<AppelDeContribution>
{
    public void Configure(EntityTypeBuilder<AppelDeContribution> builder)
    {
        builder.ToTable("Appels");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder
            .Ignore(a => a.Reference)
            .Ignore(a => a.ExerciceCalcule)
            .Ignore(a => a.NomDeLaPiece)
            .Ignore(a => a.ResteDu)
            .Ignore(a => a.EcheanceDePaiement)
            .Ignore(a => a.ProchaineRelance)
            .Ignore(a => a.CleDeDette);
        builder.Property(a => a.Type).HasMaxLength(TypeDeFacturation.LongueurDuCode);
        builder.Property(a => a.Occurrence).HasMaxLength(CampagneDAppel.LongueurDeLOccurrence);
        builder.Property(a => a.Motif).HasMaxLength(AppelDeContribution.LongueurDuMotif);
        builder.Property(a => a.Convention).HasMaxLength(200);
        builder.Property(a => a.NumeroDeTitre).HasMaxLength(AppelDeContribution.LongueurDuNumeroDeTitre);
        builder.Ht(a => a.Annuel, "Annuel");
        builder.Ht(a => a.Propre, "Propre");
        builder.Ht(a => a.Report, "Report");
        builder.Ht(a => a.Montant, "Montant");
        builder.Ttc(a => a.Ttc, "Montant");
        builder.Ttc(a => a.Corrections, "Corrections");
        builder.Ttc(a => a.Paye, "Paye");
        builder.Taux(a => a.Tva);
        builder.Imputation(a => a.Imputation);
        builder.ComplexProperty(a => a.Debiteur, Debiteur);
        builder.ComplexProperty(
            a => a.Liquidation,
            l =>
            {
                l.Property(x => x.Tranches).HasMaxLength(Liquidation.LongueurDesTranches);
                l.Property(x => x.Fiche).HasMaxLength(Liquidation.LongueurDeLaFiche);
            }
        );
        builder.ComplexProperty(a => a.Mentions, Mentions);
        builder.ComplexProperty(
            a => a.Chorus,
            c =>
            {
                c.Property(x => x.CodeDuService).HasMaxLength(ChorusDeLAppel.Longueur);
                c.Property(x => x.NumeroDEngagement).HasMaxLength(ChorusDeLAppel.Longueur);
            }
        );
        // What makes a debt unique: a second run finds it there, two runs at once cannot both write it.
        builder
            .HasIndex(a => new
            {
                a.SourceId,
                a.Exercice,
                a.Type,
                a.Occurrence,
                a.Rang,
            })
            .IsUnique();
        builder.HasIndex(a => new { a.Exercice, a.Numero }).IsUnique();
        builder.HasIndex(a => new { a.Collectivite, a.Etat });
        builder.HasIndex(a => a.Campagne);
        builder.HasIndex(a => a.Rectifie);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(a => a.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(a => a.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CampagneDAppel>().WithMany().HasForeignKey(a => a.Campagne).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Grille>().WithMany().HasForeignKey(a => a.Grille).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppelDeContribution>().WithMany().HasForeignKey(a => a.Rectifie).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppelDeContribution>().WithMany().HasForeignKey(a => a.ReprisPar).OnDelete(DeleteBehavior.Restrict);
        ConfigurerLeSuivi(builder);
    }

    private static void ConfigurerLeSuivi(EntityTypeBuilder<AppelDeContribution> builder)
    {
        builder.OwnsMany(
            a => a.Paiements,
            p =>
            {
                p.ToTable("AppelsPaiements");
                p.WithOwner().HasForeignKey("AppelId");
                p.HasKey("AppelId", nameof(Paiement.Rang));
                p.Property(x => x.Rang).ValueGeneratedNever();
                p.Property(x => x.Reference).HasMaxLength(Paiement.LongueurDeLaReference);
                p.Property(x => x.Montant)
                    .HasConversion(m => m.Centimes, c => Domain.Noyau.MontantTtc.DeCentimes(c))
                    .HasColumnName("MontantTtcCentimes");
            }
        );
        builder.OwnsMany(
            a => a.Relances,
            r =>
            {
                r.ToTable("AppelsRelances");
                r.WithOwner().HasForeignKey("AppelId");
                r.HasKey("AppelId", nameof(Relance.Rang));
                r.Property(x => x.Rang).ValueGeneratedNever();
                r.Property(x => x.Par).HasMaxLength(CampagneDAppel.LongueurDuNom);
            }
        );
        builder.Navigation(a => a.Paiements).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(a => a.Relances).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Debiteur(ComplexPropertyBuilder<Debiteur> d)
    {
        d.Property(x => x.Nom).HasMaxLength(300);
        d.Property(x => x.Siret).HasMaxLength(14);
        d.Property(x => x.Ligne1).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
        d.Property(x => x.Ligne2).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
        d.Property(x => x.CodePostal).HasMaxLength(5);
        d.Property(x => x.Ville).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
    }

    private static void Mentions(ComplexPropertyBuilder<MentionsDuTitre> m)
    {
        m.Property(x => x.Objet).HasMaxLength(MentionsDuTitre.LongueurDuTexte);
        m.Property(x => x.Fondement).HasMaxLength(MentionsDuTitre.LongueurDuTexte);
        m.Property(x => x.Deliberation).HasMaxLength(MentionsDuTitre.LongueurDuTexte);
        m.Property(x => x.Comptable).HasMaxLength(MentionsDuTitre.LongueurDuTexte);
        m.Property(x => x.AdresseDuComptable).HasMaxLength(MentionsDuTitre.LongueurDuTexte);
        m.Property(x => x.Iban).HasMaxLength(ComptableAssignataire.LongueurDeLIban);
        m.Property(x => x.VoiesDeRecours).HasMaxLength(MentionsDuTitre.LongueurDesVoies);
        m.Property(x => x.Signataire).HasMaxLength(ComptableAssignataire.LongueurDesLignes);
    }
}

internal sealed class CampagneDAppelConfiguration : IEntityTypeConfiguration<CampagneDAppel>
{
    public void Configure(EntityTypeBuilder<CampagneDAppel> builder)
    {
        builder.ToTable("CampagnesDAppel");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Imputation);
        builder.Property(c => c.Occurrence).HasMaxLength(CampagneDAppel.LongueurDeLOccurrence);
        builder.Property(c => c.Intitule).HasMaxLength(500);
        builder.Property(c => c.NomDeLAuteur).HasMaxLength(CampagneDAppel.LongueurDuNom);
        builder.Property(c => c.NomDuValidateur).HasMaxLength(CampagneDAppel.LongueurDuNom);
        builder.Property(c => c.Empreinte).HasMaxLength(64);
        builder.Ht(c => c.Total, "Total");
        builder.HasOne<Groupement>().WithMany().HasForeignKey(c => c.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(c => new
            {
                c.Assiette,
                c.Exercice,
                c.Occurrence,
            })
            .IsUnique();
        builder.OwnsMany(
            c => c.Confirmations,
            c =>
            {
                c.ToTable("CampagnesDAppelConfirmations");
                c.WithOwner().HasForeignKey("CampagneId");
                c.HasKey(
                    "CampagneId",
                    nameof(ConfirmationDeCasLimite.SourceId),
                    nameof(ConfirmationDeCasLimite.Axe),
                    nameof(ConfirmationDeCasLimite.Valeur)
                );
                c.Property(x => x.SourceId).ValueGeneratedNever();
                c.Property(x => x.Valeur).ValueGeneratedNever();
                c.Property(x => x.Par).HasMaxLength(CampagneDAppel.LongueurDuNom);
                c.Property(x => x.Motif).HasMaxLength(LectureDeCasLimite.LongueurDuMotif);
            }
        );
        builder.OwnsMany(
            c => c.Exonerations,
            e =>
            {
                e.ToTable("CampagnesDAppelExonerations");
                e.WithOwner().HasForeignKey("CampagneId");
                e.HasKey("CampagneId", nameof(ExonerationDecidee.SourceId));
                e.Property(x => x.SourceId).ValueGeneratedNever();
                e.Property(x => x.Motif).HasMaxLength(LectureDeCasLimite.LongueurDuMotif);
            }
        );
        builder.Navigation(c => c.Confirmations).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(c => c.Exonerations).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

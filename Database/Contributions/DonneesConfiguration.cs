using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Contributions;

internal sealed class ConsultationsDeclareesConfiguration : IEntityTypeConfiguration<ConsultationsDeclarees>
{
    public void Configure(EntityTypeBuilder<ConsultationsDeclarees> builder)
    {
        builder.ToTable("ConsultationsDeclarees");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Comptees);
        builder.Property(c => c.ConfirmeesPar).HasMaxLength(ConsultationsDeclarees.LongueurDuNom);
        builder.HasIndex(c => new { c.Annee, c.Collectivite }).IsUnique();
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(c => c.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ComptableAssignataireConfiguration : IEntityTypeConfiguration<ComptableAssignataire>
{
    public void Configure(EntityTypeBuilder<ComptableAssignataire> builder)
    {
        builder.ToTable("ComptablesAssignataires");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.AdresseEnClair);
        builder.Property(c => c.Nom).HasMaxLength(ComptableAssignataire.LongueurDesLignes);
        builder.Property(c => c.Adresse).HasMaxLength(ComptableAssignataire.LongueurDesLignes);
        builder.Property(c => c.CodePostal).HasMaxLength(5);
        builder.Property(c => c.Ville).HasMaxLength(ComptableAssignataire.LongueurDesLignes);
        builder.Property(c => c.Iban).HasMaxLength(ComptableAssignataire.LongueurDeLIban);
        builder.Property(c => c.Signataire).HasMaxLength(ComptableAssignataire.LongueurDesLignes);
        builder.HasIndex(c => c.Debut);
    }
}

internal sealed class RefacturationConfiguration : IEntityTypeConfiguration<Refacturation>
{
    public void Configure(EntityTypeBuilder<Refacturation> builder)
    {
        builder.ToTable("Refacturations");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Total);
        builder.Property(r => r.Intitule).HasMaxLength(Refacturation.LongueurDeLIntitule);
        builder.Property(r => r.Occurrence).HasMaxLength(CampagneDAppel.LongueurDeLOccurrence);
        builder.Property(r => r.Fondement).HasMaxLength(Grille.LongueurDuTexte);
        builder.Type(r => r.Type);
        builder.Taux(r => r.Tva);
        builder.Imputation(r => r.Imputation);
        builder.HasIndex(r => new { r.Groupement, r.Exercice });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(r => r.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(r => r.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SessionDePresentation>().WithMany().HasForeignKey(r => r.Session).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            r => r.Lignes,
            l =>
            {
                l.ToTable("RefacturationsLignes");
                l.WithOwner().HasForeignKey("RefacturationId");
                l.HasKey("RefacturationId", nameof(LigneDeFrais.Rang));
                l.Property(x => x.Rang).ValueGeneratedNever();
                l.Property(x => x.Fournisseur).HasMaxLength(LigneDeFrais.LongueurDuTexte);
                l.Property(x => x.Facture).HasMaxLength(LigneDeFrais.LongueurDuTexte);
                l.Ht(x => x.Montant, "Montant");
                l.HasOne<Procedure>().WithMany().HasForeignKey(x => x.Procedure).OnDelete(DeleteBehavior.Restrict);
                l.HasOne<SessionDePresentation>().WithMany().HasForeignKey(x => x.Session).OnDelete(DeleteBehavior.Restrict);
            }
        );
        builder.OwnsMany(
            r => r.Participants,
            p =>
            {
                p.ToTable("RefacturationsParticipants");
                p.WithOwner().HasForeignKey("RefacturationId");
                p.HasKey("RefacturationId", nameof(Participant.Collectivite));
            }
        );
        builder.OwnsMany(
            r => r.Exemptions,
            e =>
            {
                e.ToTable("RefacturationsExemptions");
                e.WithOwner().HasForeignKey("RefacturationId");
                e.HasKey("RefacturationId", nameof(Exemption.Categorie));
                e.Property(x => x.Fondement).HasMaxLength(Exemption.LongueurDuFondement);
            }
        );
        builder.OwnsMany(
            r => r.Parts,
            p =>
            {
                p.ToTable("RefacturationsParts");
                p.WithOwner().HasForeignKey("RefacturationId");
                p.HasKey("RefacturationId", nameof(PartArretee.SourceId));
                p.Property(x => x.SourceId).ValueGeneratedNever();
                p.Property(x => x.Exemption).HasMaxLength(Exemption.LongueurDuFondement);
                p.Property(x => x.Fiche).HasMaxLength(Liquidation.LongueurDeLaFiche);
                p.Ht(x => x.Montant, "Montant");
            }
        );
        builder.Navigation(r => r.Parts).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(r => r.Lignes).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(r => r.Participants).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(r => r.Exemptions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ProfilDExportConfiguration : IEntityTypeConfiguration<ProfilDExport>
{
    public void Configure(EntityTypeBuilder<ProfilDExport> builder)
    {
        builder.ToTable("ProfilsDExport");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Liste);
        builder.Property(p => p.Nom).HasMaxLength(ProfilDExport.LongueurDuNom);
        builder.Property(p => p.Colonnes).HasMaxLength(ProfilDExport.LongueurDesColonnes);
        builder.HasIndex(p => p.Nom).IsUnique();
    }
}

internal sealed class CodeTiersConfiguration : IEntityTypeConfiguration<CodeTiers>
{
    public void Configure(EntityTypeBuilder<CodeTiers> builder)
    {
        builder.ToTable("CodesTiers");
        builder.HasKey(c => new { c.Profil, c.Collectivite });
        builder.Property(c => c.Code).HasMaxLength(CodeTiers.Longueur);
        builder.HasOne<ProfilDExport>().WithMany().HasForeignKey(c => c.Profil).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(c => c.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExportDeFinancesConfiguration : IEntityTypeConfiguration<ExportDeFinances>
{
    public void Configure(EntityTypeBuilder<ExportDeFinances> builder)
    {
        builder.ToTable("ExportsDeFinances");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Profil).HasMaxLength(ProfilDExport.LongueurDuNom);
        builder.Property(e => e.Filtre).HasMaxLength(ExportDeFinances.LongueurDuFiltre);
        builder.Property(e => e.Empreinte).HasMaxLength(64);
        builder.Property(e => e.FaitPar).HasMaxLength(CampagneDAppel.LongueurDuNom);
        builder.Ttc(e => e.Total, "Total");
        builder.HasIndex(e => new { e.Exercice, e.FaitLe });
    }
}

internal sealed class TitreRemisConfiguration : IEntityTypeConfiguration<TitreRemis>
{
    public void Configure(EntityTypeBuilder<TitreRemis> builder)
    {
        builder.ToTable("ExportsDeFinancesTitres");
        builder.HasKey(t => new { t.Export, t.Appel });
        builder.HasOne<ExportDeFinances>().WithMany().HasForeignKey(t => t.Export).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppelDeContribution>().WithMany().HasForeignKey(t => t.Appel).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExerciceDAppelConfiguration : IEntityTypeConfiguration<ExerciceDAppel>
{
    public void Configure(EntityTypeBuilder<ExerciceDAppel> builder)
    {
        builder.ToTable("ExercicesDAppel");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.Annee).IsUnique();
        builder.Property(c => c.Par).HasMaxLength(CampagneDAppel.LongueurDuNom);
    }
}

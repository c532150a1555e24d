using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Conventions;

internal sealed class DeliberationDuCdgConfiguration : IEntityTypeConfiguration<DeliberationDuCdg>
{
    public void Configure(EntityTypeBuilder<DeliberationDuCdg> builder)
    {
        builder.ToTable("DeliberationsDuCdg");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Numero).HasMaxLength(DeliberationDuCdg.LongueurDuNumero);
        builder.Property(d => d.Objet).HasMaxLength(DeliberationDuCdg.LongueurDeLObjet);
        builder.HasIndex(d => new { d.Date, d.Numero });
    }
}

internal sealed class ContratDAssuranceConfiguration : IEntityTypeConfiguration<ContratDAssurance>
{
    public void Configure(EntityTypeBuilder<ContratDAssurance> builder)
    {
        builder.ToTable("ContratsDAssurance");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Assureur).HasMaxLength(ContratDAssurance.Longueur);
        builder.Property(a => a.Police).HasMaxLength(ContratDAssurance.Longueur);
        builder.Property(a => a.Risques).HasMaxLength(ContratDAssurance.Longueur);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(a => a.Attestation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CompteDePlateformeConfiguration : IEntityTypeConfiguration<CompteDePlateforme>
{
    public void Configure(EntityTypeBuilder<CompteDePlateforme> builder)
    {
        builder.ToTable("ComptesDePlateforme");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Titulaire).HasMaxLength(CompteDePlateforme.Longueur);
        builder.Property(c => c.Courriel).HasMaxLength(254);
        builder.HasIndex(c => c.Convention);
        builder.HasIndex(c => c.Collectivite);
        builder.HasOne<ConventionDAcces>().WithMany().HasForeignKey(c => c.Convention).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(c => c.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DemandeDAssistanceConfiguration : IEntityTypeConfiguration<DemandeDAssistance>
{
    public void Configure(EntityTypeBuilder<DemandeDAssistance> builder)
    {
        builder.ToTable("DemandesDAssistance");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Objet).HasMaxLength(DemandeDAssistance.LongueurDeLObjet);
        builder.Property(d => d.CleDeTri).HasMaxLength(DemandeDAssistance.LongueurDeLObjet);
        builder.Property(d => d.Detail).HasMaxLength(DemandeDAssistance.LongueurDuTexte);
        builder.Property(d => d.Demandeur).HasMaxLength(200);
        builder.Property(d => d.Reponse).HasMaxLength(DemandeDAssistance.LongueurDuTexte);
        builder.HasIndex(d => new { d.Collectivite, d.RecueLe });
        builder.HasIndex(d => new { d.Etat, d.RecueLe });
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(d => d.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(d => d.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(d => d.Reglement).OnDelete(DeleteBehavior.Restrict);
    }
}

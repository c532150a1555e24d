using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Marches;

/// <summary>L'index suit la question posée : la consommation d'un marché par membre se somme dans l'index, sans lire la table.</summary>
internal sealed class CommandeConfiguration : IEntityTypeConfiguration<Commande>
{
    public void Configure(EntityTypeBuilder<Commande> builder)
    {
        builder.ToTable("Commandes");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Marche).HasColumnName("MarcheId");
        builder.Property(c => c.Reference).HasMaxLength(Commande.LongueurDeLaReference);
        builder.Property(c => c.Motif).HasMaxLength(Commande.LongueurDuMotif);
        builder.HasIndex(c => new
        {
            c.Marche,
            c.Collectivite,
            c.Annee,
            c.MontantCentimes,
        });
        builder.HasIndex(c => new { c.Marche, c.Reference });
        builder.HasIndex(c => new { c.Marche, c.Jour });
        builder.HasIndex(c => c.Collectivite);
        builder.HasOne<Marche>().WithMany().HasForeignKey(c => c.Marche).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(c => c.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InformationDeMembreConfiguration : IEntityTypeConfiguration<InformationDeMembre>
{
    public void Configure(EntityTypeBuilder<InformationDeMembre> builder)
    {
        builder.ToTable("MarchesInformations");
        builder.HasKey(i => new
        {
            i.Marche,
            i.Collectivite,
            i.Objet,
        });
        builder.Property(i => i.Marche).HasColumnName("MarcheId");
        builder.Property(i => i.Adresse).HasMaxLength(254);
        builder.HasIndex(i => i.Collectivite);
        builder.HasOne<Marche>().WithMany().HasForeignKey(i => i.Marche).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(i => i.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BilanDeMembreConfiguration : IEntityTypeConfiguration<BilanDeMembre>
{
    public void Configure(EntityTypeBuilder<BilanDeMembre> builder)
    {
        builder.ToTable("MarchesBilans");
        builder.HasKey(b => new
        {
            b.Marche,
            b.Collectivite,
            b.Annee,
        });
        builder.Property(b => b.Marche).HasColumnName("MarcheId");
        builder.Property(b => b.Annee).ValueGeneratedNever();
        builder.Property(b => b.RenduPar).HasMaxLength(200);
        builder.Property(b => b.BesoinsRestants).HasMaxLength(BilanDeMembre.LongueurDuTexte);
        builder.Property(b => b.IncidentsEtPenalites).HasMaxLength(BilanDeMembre.LongueurDuTexte);
        builder.Property(b => b.RenduLe).IsConcurrencyToken();
        builder.HasIndex(b => b.Collectivite);
        builder.HasOne<Marche>().WithMany().HasForeignKey(b => b.Marche).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(b => b.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class VersionDeBpuConfiguration : IEntityTypeConfiguration<VersionDeBpu>
{
    public void Configure(EntityTypeBuilder<VersionDeBpu> builder)
    {
        builder.ToTable("MarchesBpu");
        builder.HasKey(v => new { v.Marche, v.Numero });
        builder.Property(v => v.Marche).HasColumnName("MarcheId");
        builder.Property(v => v.Numero).ValueGeneratedNever();
        builder.Property(v => v.Conditions).HasMaxLength(1000);
        builder.Property(v => v.Par).HasMaxLength(200);
        builder.HasOne<Marche>().WithMany().HasForeignKey(v => v.Marche).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PrixDuBpuConfiguration : IEntityTypeConfiguration<PrixDuBpu>
{
    public void Configure(EntityTypeBuilder<PrixDuBpu> builder)
    {
        builder.ToTable("MarchesBpuPrix");
        builder.HasKey(p => new
        {
            p.Marche,
            p.Version,
            p.Ligne,
        });
        builder.Property(p => p.Marche).HasColumnName("MarcheId");
        builder.Property(p => p.Version).ValueGeneratedNever();
        builder.Property(p => p.Ligne).ValueGeneratedNever();
        builder.Property(p => p.Designation).HasMaxLength(PrixDuBpu.LongueurDeLaDesignation);
        builder.Property(p => p.Unite).HasMaxLength(40);
        builder.HasOne<Marche>().WithMany().HasForeignKey(p => p.Marche).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Marche).HasColumnName("MarcheId");
        builder.Property(i => i.Texte).HasMaxLength(Incident.LongueurDuTexte);
        builder.Property(i => i.Reponse).HasMaxLength(Incident.LongueurDuTexte);
        builder.Property(i => i.DeclarePar).HasMaxLength(200);
        builder.Ignore(i => i.EtatEnClair);
        builder.HasIndex(i => i.Marche);
        builder.HasIndex(i => i.Collectivite);
        builder.HasOne<Marche>().WithMany().HasForeignKey(i => i.Marche).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(i => i.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

using CdgMarches.Database.Comptes;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Conventions;

internal sealed class ConventionDAccesConfiguration : IEntityTypeConfiguration<ConventionDAcces>
{
    public void Configure(EntityTypeBuilder<ConventionDAcces> builder)
    {
        builder.ToTable("ConventionsDAcces");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reference).HasConversion(r => r.ToString(), t => ReferenceDeConvention.Lire(t)).HasMaxLength(20);
        builder.Property(c => c.MotifDAbandon).HasMaxLength(ConventionDAcces.LongueurDuMotif);
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => new { c.Collectivite, c.PremierJour });
        builder.HasIndex(c => c.PremierJour);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(c => c.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(c => c.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.EffetDeLaDenonciation);
        builder.Ignore(c => c.TermeAExaminer);
        builder.ComplexProperty(c => c.Regles);
        builder.ComplexProperty(
            c => c.Actes,
            a =>
            {
                a.Property(x => x.NumeroDeDeliberation).HasMaxLength(ActesDAcces.LongueurDuNumero);
                a.Property(x => x.SignataireDeLaCollectivite).HasMaxLength(ActesDAcces.LongueurDuSignataire);
                a.Property(x => x.SignataireDuCdg).HasMaxLength(ActesDAcces.LongueurDuSignataire);
            }
        );
        builder.OwnsMany(c => c.Denonciations, Denoncer);
        builder.OwnsMany(c => c.MisesEnDemeure, MettreEnDemeure);
        builder.OwnsMany(c => c.Avenants, Amender);
        builder.OwnsMany(c => c.Pieces, Rendre);
        builder.OwnsOne(c => c.Restitution, Restituer);
    }

    private static void Denoncer(OwnedNavigationBuilder<ConventionDAcces, Denonciation> d)
    {
        d.ToTable("ConventionsDenonciations");
        d.WithOwner().HasForeignKey("ConventionId");
        d.HasKey("ConventionId", nameof(Denonciation.Numero));
        d.Property(x => x.Numero).ValueGeneratedNever();
        d.Property(x => x.Motif).HasMaxLength(Denonciation.LongueurDuMotif);
        d.OwnsOne(x => x.Lettre, Recommander);
        d.Navigation(x => x.Lettre).IsRequired();
        d.OwnsOne(x => x.Archives, Recommander);
    }

    private static void MettreEnDemeure(OwnedNavigationBuilder<ConventionDAcces, MiseEnDemeure> m)
    {
        m.ToTable("ConventionsMisesEnDemeure");
        m.WithOwner().HasForeignKey("ConventionId");
        m.HasKey("ConventionId", nameof(MiseEnDemeure.Numero));
        m.Property(x => x.Numero).ValueGeneratedNever();
        m.Property(x => x.Titre).HasMaxLength(MiseEnDemeure.LongueurDuTitre);
        m.OwnsOne(x => x.Lettre, Recommander);
        m.Navigation(x => x.Lettre).IsRequired();
    }

    private static void Rendre(OwnedNavigationBuilder<ConventionDAcces, PieceDeConvention> p)
    {
        p.ToTable("ConventionsPieces");
        p.WithOwner().HasForeignKey("ConventionId");
        p.HasKey("ConventionId", nameof(PieceDeConvention.Numero));
        p.Property(x => x.Numero).ValueGeneratedNever();
        p.Property(x => x.Motif).HasMaxLength(ConventionDAcces.LongueurDuMotif);
        p.HasOne<PieceStockee>().WithMany().HasForeignKey(x => x.Fichier).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Amender(OwnedNavigationBuilder<ConventionDAcces, Avenant> a)
    {
        a.ToTable("ConventionsAvenants");
        a.WithOwner().HasForeignKey("ConventionId");
        a.HasKey("ConventionId", nameof(Avenant.Numero));
        a.Property(x => x.Numero).ValueGeneratedNever();
        a.Property(x => x.Objet).HasMaxLength(Avenant.LongueurDeLObjet);
        a.OwnsOne(x => x.Regles);
    }

    private static void Restituer(OwnedNavigationBuilder<ConventionDAcces, Restitution> r)
    {
        r.ToTable("ConventionsRestitutions");
        r.WithOwner().HasForeignKey("ConventionId");
        r.HasKey("ConventionId");
        r.Property(x => x.Signataire).HasMaxLength(ActesDAcces.LongueurDuSignataire);
        r.HasOne<PieceStockee>().WithMany().HasForeignKey(x => x.Recu).OnDelete(DeleteBehavior.Restrict);
        r.OwnsMany(
            x => x.Documents,
            d =>
            {
                d.ToTable("ConventionsDocumentsARestituer");
                d.WithOwner().HasForeignKey("ConventionId");
                d.HasKey("ConventionId", nameof(DocumentARestituer.Numero));
                d.Property(x => x.Numero).ValueGeneratedNever();
                d.Property(x => x.Designation).HasMaxLength(DocumentARestituer.LongueurDeLaDesignation);
                d.Property(x => x.Support).HasMaxLength(DocumentARestituer.LongueurDuSupport);
            }
        );
    }

    private static void Recommander<T>(OwnedNavigationBuilder<T, Recommande> r)
        where T : class
    {
        r.Property(x => x.Numero).HasMaxLength(Recommande.LongueurDuNumero);
        r.HasOne<Courrier>().WithMany().HasForeignKey(x => x.Courrier).OnDelete(DeleteBehavior.Restrict);
    }
}

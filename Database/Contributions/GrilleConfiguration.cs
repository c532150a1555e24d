using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Contributions;

internal sealed class GrilleConfiguration : IEntityTypeConfiguration<Grille>
{
    public void Configure(EntityTypeBuilder<Grille> builder)
    {
        builder.ToTable("Grilles");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Intitule).HasMaxLength(Grille.LongueurDeLIntitule);
        builder.Property(g => g.Objet).HasMaxLength(Grille.LongueurDuTexte);
        builder.Property(g => g.Fondement).HasMaxLength(Grille.LongueurDuTexte);
        builder.Property(g => g.OrdreDesAxes).HasMaxLength(100);
        builder.Property(g => g.Deliberation).HasMaxLength(Grille.LongueurDuTexte);
        builder.Ignore(g => g.Axes);
        builder.Type(g => g.Type);
        builder.Taux(g => g.Tva);
        builder.Imputation(g => g.Imputation);
        builder.ComplexProperty(g => g.Lectures);
        builder.HasIndex(g => new { g.Lignee, g.Numero }).IsUnique();
        builder.HasOne<Groupement>().WithMany().HasForeignKey(g => g.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            g => g.Tranches,
            t =>
            {
                t.ToTable("GrillesTranches");
                t.WithOwner().HasForeignKey("GrilleId");
                t.HasKey("GrilleId", nameof(TrancheDAxe.Axe), nameof(TrancheDAxe.Numero));
                t.Property(x => x.Numero).ValueGeneratedNever();
                t.Property(x => x.Libelle).HasMaxLength(TrancheDAxe.LongueurDuLibelle);
                t.Property(x => x.Valeurs).HasMaxLength(1000);
                t.Ignore(x => x.Premier).Ignore(x => x.Dernier).Ignore(x => x.EnClair).Ignore(x => x.Bornes);
            }
        );
        builder.OwnsMany(
            g => g.Cellules,
            c =>
            {
                c.ToTable("GrillesCellules");
                c.WithOwner().HasForeignKey("GrilleId");
                c.HasKey("GrilleId", nameof(CelluleDeGrille.Coordonnees));
                c.Property(x => x.Coordonnees).HasMaxLength(60);
                c.Ht(x => x.PremiereAnnee, "PremiereAnnee");
                c.Ht(x => x.AnneesSuivantes, "AnneesSuivantes");
            }
        );
        builder.OwnsMany(
            g => g.CasLimites,
            c =>
            {
                c.ToTable("GrillesCasLimites");
                c.WithOwner().HasForeignKey("GrilleId");
                c.HasKey("GrilleId", nameof(LectureDeCasLimite.Axe), nameof(LectureDeCasLimite.Valeur));
                c.Property(x => x.Valeur).ValueGeneratedNever();
                c.Property(x => x.Motif).HasMaxLength(LectureDeCasLimite.LongueurDuMotif);
            }
        );
        builder.OwnsMany(
            g => g.Exemptions,
            e =>
            {
                e.ToTable("GrillesExemptions");
                e.WithOwner().HasForeignKey("GrilleId");
                e.HasKey("GrilleId", nameof(Exemption.Categorie));
                e.Property(x => x.Fondement).HasMaxLength(Exemption.LongueurDuFondement);
            }
        );
        builder.Navigation(g => g.Tranches).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(g => g.Cellules).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(g => g.CasLimites).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(g => g.Exemptions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ApplicationDeGrilleConfiguration : IEntityTypeConfiguration<ApplicationDeGrille>
{
    public void Configure(EntityTypeBuilder<ApplicationDeGrille> builder)
    {
        builder.ToTable("GrillesApplications");
        builder.HasKey(a => new { a.Grille, a.SourceId });
        builder.Property(a => a.NoteePar).HasMaxLength(CampagneDAppel.LongueurDuNom);
        builder.HasIndex(a => a.SourceId);
        builder.HasOne<Grille>().WithMany().HasForeignKey(a => a.Grille).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegimeFinancierConfiguration : IEntityTypeConfiguration<RegimeFinancier>
{
    public void Configure(EntityTypeBuilder<RegimeFinancier> builder)
    {
        builder.ToTable("GroupementsRegimesFinanciers");
        builder.HasKey(r => r.Groupement);
        builder.Property(r => r.Groupement).ValueGeneratedNever();
        builder.Property(r => r.CodesDesFrais).HasMaxLength(RegimeFinancier.LongueurDesCodes);
        builder.Property(r => r.Article).HasMaxLength(RegimeFinancier.LongueurDeLArticle);
        builder.Ignore(r => r.Frais);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(r => r.Groupement).OnDelete(DeleteBehavior.Restrict);
    }
}

using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Recensements;

internal sealed class ConsolidationConfiguration : IEntityTypeConfiguration<Consolidation>
{
    public void Configure(EntityTypeBuilder<Consolidation> builder)
    {
        builder.ToTable("Consolidations");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.GeleePar).HasMaxLength(200);
        builder.Property(c => c.NonDecides).HasMaxLength(Consolidation.LongueurNonDecides);
        builder.Property(c => c.Motif).HasMaxLength(Reponse.LongueurMotif);
        builder.HasOne<Campagne>().WithMany().HasForeignKey(c => c.Campagne).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Campagne, c.Numero }).IsUnique();
    }
}

internal sealed class LigneDeCatalogueGeleeConfiguration : IEntityTypeConfiguration<LigneDeCatalogueGelee>
{
    public void Configure(EntityTypeBuilder<LigneDeCatalogueGelee> builder)
    {
        builder.ToTable("ConsolidationsCatalogue");
        builder.HasKey(l => new { l.Consolidation, l.Ligne });
        builder.Property(l => l.Ligne).ValueGeneratedNever();
        builder.Property(l => l.Designation).HasMaxLength(LigneDeCatalogue.LongueurDesignation);
        builder.Property(l => l.Unite).HasMaxLength(LigneDeCatalogue.LongueurUnite);
        builder.Property(l => l.Demandes).HasConversion<int>();
        builder.HasOne<Consolidation>().WithMany().HasForeignKey(l => l.Consolidation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReponseGeleeConfiguration : IEntityTypeConfiguration<ReponseGelee>
{
    public void Configure(EntityTypeBuilder<ReponseGelee> builder)
    {
        builder.ToTable("ConsolidationsReponses");
        builder.HasKey(r => new { r.Consolidation, r.Reponse });
        builder.Property(r => r.Nom).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
        builder.Property(r => r.Siret).HasMaxLength(14);
        builder.HasOne<Consolidation>().WithMany().HasForeignKey(r => r.Consolidation).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LigneGeleeConfiguration : IEntityTypeConfiguration<LigneGelee>
{
    public void Configure(EntityTypeBuilder<LigneGelee> builder)
    {
        builder.ToTable("ConsolidationsLignes");
        builder.HasKey(l => new
        {
            l.Consolidation,
            l.Reponse,
            l.Ligne,
        });
        builder.Property(l => l.Ligne).ValueGeneratedNever();
        builder.Property(l => l.Imputation).HasMaxLength(LigneDeReponse.LongueurImputation);
        builder.Property(l => l.Commentaire).HasMaxLength(LigneDeReponse.LongueurCommentaire);
        builder.HasOne<Consolidation>().WithMany().HasForeignKey(l => l.Consolidation).OnDelete(DeleteBehavior.Restrict);
    }
}

using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class AvenantConfiguration : IEntityTypeConfiguration<AvenantDeConvention>
{
    public void Configure(EntityTypeBuilder<AvenantDeConvention> builder)
    {
        builder.ToTable("AvenantsDeConvention");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Objet).HasMaxLength(AvenantDeConvention.LongueurDeLObjet);
        builder.Property(a => a.Empreinte).HasMaxLength(64);
        builder.Ignore(a => a.Texte);
        builder.HasIndex(a => new { a.Groupement, a.Numero }).IsUnique();
        builder.HasOne<Groupement>().WithMany().HasForeignKey(a => a.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(a => a.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApprobationConfiguration : IEntityTypeConfiguration<ApprobationDAvenant>
{
    public void Configure(EntityTypeBuilder<ApprobationDAvenant> builder)
    {
        builder.ToTable("ApprobationsDAvenant");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Empreinte).HasMaxLength(64);
        builder.Property(a => a.Constat).HasMaxLength(ApprobationDAvenant.LongueurDuConstat);
        builder.ComplexProperty(a => a.Deliberation, ColonnesDeDeliberation.Configurer);
        builder.HasIndex(a => new { a.Avenant, a.Sens });
        builder.HasOne<AvenantDeConvention>().WithMany().HasForeignKey(a => a.Avenant).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(a => a.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Parametres;

internal sealed class ValeurDateeConfiguration : IEntityTypeConfiguration<ValeurDatee>
{
    public void Configure(EntityTypeBuilder<ValeurDatee> builder)
    {
        builder.ToTable("ValeursDatees");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Code).HasMaxLength(80);
        builder.Property(v => v.Texte).HasMaxLength(2000);
        builder.Property(v => v.Source).HasMaxLength(400);
        builder.HasIndex(v => new { v.Code, v.Debut });
    }
}

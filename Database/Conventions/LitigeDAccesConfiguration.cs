using CdgMarches.Database.Litiges;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Conventions;

internal sealed class LitigeDAccesConfiguration : IEntityTypeConfiguration<LitigeDAcces>
{
    public void Configure(EntityTypeBuilder<LitigeDAcces> builder)
    {
        builder.ToTable("LitigesDAcces");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Contester();
        builder.HasIndex(l => l.Convention);
        builder.HasIndex(l => l.Collectivite);
        builder.HasOne<ConventionDAcces>().WithMany().HasForeignKey(l => l.Convention).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(l => l.Collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

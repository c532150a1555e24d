using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Reference;

/// <summary>La version d'un jeu de données de référence que cette base a reçue.</summary>
public sealed class ReferenceChargee(string nom, int version, DateTimeOffset chargeeLe)
{
    public string Nom { get; private init; } = nom;

    public int Version { get; private set; } = version;

    public DateTimeOffset ChargeeLe { get; private set; } = chargeeLe;
}

internal sealed class ReferenceChargeeConfiguration : IEntityTypeConfiguration<ReferenceChargee>
{
    public void Configure(EntityTypeBuilder<ReferenceChargee> builder)
    {
        builder.ToTable("ReferencesChargees");
        builder.HasKey(r => r.Nom);
        builder.Property(r => r.Nom).HasMaxLength(80);
    }
}

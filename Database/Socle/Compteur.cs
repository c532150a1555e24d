using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Le dernier numéro donné d'une série sans trou (<see cref="MarchesDbContext.NumeroterAsync"/>).</summary>
public sealed class Compteur(string serie, int dernier)
{
    public string Serie { get; private init; } = serie;

    public int Dernier { get; private set; } = dernier;
}

internal sealed class CompteurConfiguration : IEntityTypeConfiguration<Compteur>
{
    public void Configure(EntityTypeBuilder<Compteur> builder)
    {
        builder.ToTable("Compteurs");
        builder.HasKey(c => c.Serie);
        builder.Property(c => c.Serie).HasMaxLength(80);
    }
}

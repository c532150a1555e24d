using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Le droit, pour un temps, d'être le seul à faire un travail : un autre nœud le reprend quand il expire.</summary>
/// <remarks>Une seule table pour tout ce qui se partage entre nœuds : travaux de fond et envoi des courriels.</remarks>
public sealed class Bail(Guid id, string detenteur, DateTimeOffset jusque)
{
    /// <summary>L'identifiant du travail, ou celui, fixe, d'une tâche permanente.</summary>
    public Guid Id { get; private init; } = id;

    /// <summary>Le processus qui le tient.</summary>
    public string Detenteur { get; private set; } = detenteur;

    public DateTimeOffset Jusque { get; private set; } = jusque;
}

internal sealed class BailConfiguration : IEntityTypeConfiguration<Bail>
{
    public void Configure(EntityTypeBuilder<Bail> builder)
    {
        builder.ToTable("Baux");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Detenteur).HasMaxLength(120);
    }
}

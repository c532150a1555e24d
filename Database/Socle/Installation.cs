using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Une installation (machine, adresse publique, base) autorisée à envoyer les courriels de cette base.</summary>
/// <remarks>La première s'inscrit seule ; une copie restaurée ailleurs n'y est pas, et n'envoie rien avant qu'on la confirme.</remarks>
public sealed class Installation(string empreinte, string description)
{
    /// <summary>SHA-256, en hexadécimal minuscule, de ce qui l'identifie.</summary>
    public string Empreinte { get; private init; } = empreinte;

    public string Description { get; private init; } = description;

    public DateTimeOffset ConfirmeeLe { get; init; }

    public string ConfirmeePar { get; init; } = "";
}

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("Installations");
        builder.HasKey(i => i.Empreinte);
        builder.Property(i => i.Empreinte).HasMaxLength(64);
        builder.Property(i => i.Description).HasMaxLength(400);
        builder.Property(i => i.ConfirmeePar).HasMaxLength(200);
    }
}

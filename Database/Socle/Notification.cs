using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Un avis à un utilisateur, que la cloche de l'en-tête compte tant qu'il n'est pas lu.</summary>
public sealed class Notification
{
    public const int LongueurDuTexte = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Le compte à prévenir.</summary>
    public required Guid Destinataire { get; init; }

    public required string Texte { get; init; }

    /// <summary>L'adresse à ouvrir, dans l'application.</summary>
    public string? Lien { get; init; }

    public required DateTimeOffset CreeeLe { get; init; }

    public DateTimeOffset? LueLe { get; set; }
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Texte).HasMaxLength(Notification.LongueurDuTexte);
        builder.Property(n => n.Lien).HasMaxLength(400);
        builder.HasIndex(n => new { n.Destinataire, n.LueLe });
        builder.HasIndex(n => new { n.Destinataire, n.CreeeLe });
    }
}

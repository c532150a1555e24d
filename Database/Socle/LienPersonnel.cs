using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Une adresse secrète donnée à une personne sans compte, pour un seul geste sur un seul objet.</summary>
/// <remarks>Le secret n'est pas dans la base : seule son empreinte y est, et ne permet pas de le retrouver.</remarks>
public sealed class LienPersonnel
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>L'empreinte SHA-256 du secret, en hexadécimal minuscule.</summary>
    public required string Empreinte { get; init; }

    /// <summary>Ce que le lien permet (« recensement.valider ») ; un lien n'en permet jamais un autre.</summary>
    public required string Usage { get; init; }

    public required string CibleType { get; init; }

    public required Guid CibleId { get; init; }

    /// <summary>La collectivité pour laquelle la personne agit.</summary>
    public Guid? Collectivite { get; init; }

    /// <summary>Le nom de la personne à qui il est remis.</summary>
    public required string Destinataire { get; init; }

    /// <summary>Vrai s'il ne sert qu'une fois ; sinon il sert jusqu'à ce qu'il expire ou soit retiré.</summary>
    public required bool EstAUsageUnique { get; init; }

    public required DateTimeOffset CreeLe { get; init; }

    public required Guid CreeParId { get; init; }

    public required string CreePar { get; init; }

    /// <summary>Le premier instant où il ne vaut plus ; null s'il n'expire pas.</summary>
    public DateTimeOffset? ExpireLe { get; init; }

    public DateTimeOffset? RevoqueLe { get; set; }

    public string? RevoquePar { get; set; }

    /// <summary>L'instant du premier usage, ou du seul.</summary>
    public DateTimeOffset? UtiliseLe { get; set; }

    /// <summary>L'adresse réseau d'où il a servi.</summary>
    public string? AdresseDUsage { get; set; }
}

internal sealed class LienPersonnelConfiguration : IEntityTypeConfiguration<LienPersonnel>
{
    public void Configure(EntityTypeBuilder<LienPersonnel> builder)
    {
        builder.ToTable("LiensPersonnels");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Empreinte).HasMaxLength(64);
        builder.Property(l => l.Usage).HasMaxLength(60);
        builder.Property(l => l.CibleType).HasMaxLength(60);
        builder.Property(l => l.Destinataire).HasMaxLength(200);
        builder.Property(l => l.CreePar).HasMaxLength(200);
        builder.Property(l => l.RevoquePar).HasMaxLength(200);
        builder.Property(l => l.AdresseDUsage).HasMaxLength(64);
        builder.HasIndex(l => l.Empreinte).IsUnique();
        builder.HasIndex(l => new { l.CibleType, l.CibleId });
    }
}

using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Courriels;

/// <summary>Une personne relancée pour une campagne et une collectivité ; un seul courriel peut en porter plusieurs.</summary>
public sealed class Relance
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required CampagneId Campagne { get; init; }

    public required CollectiviteId Collectivite { get; init; }

    /// <summary>L'adresse écrite, en minuscules ; vide quand une lettre est à imprimer.</summary>
    public required string Adresse { get; init; }

    /// <summary>La personne : plusieurs peuvent partager une adresse.</summary>
    public required string Nom { get; init; }

    /// <summary>L'échelon, en jours depuis la clôture.</summary>
    public required int Echelon { get; init; }

    public required DateOnly Jour { get; init; }

    /// <summary>Le courriel ; null pour une lettre.</summary>
    public Guid? Envoi { get; init; }
}

internal sealed class RelanceConfiguration : IEntityTypeConfiguration<Relance>
{
    public void Configure(EntityTypeBuilder<Relance> builder)
    {
        builder.ToTable("RecensementsRelances");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Adresse).HasMaxLength(254);
        builder.Property(r => r.Nom).HasMaxLength(200);
        builder
            .HasIndex(r => new
            {
                r.Campagne,
                r.Collectivite,
                r.Adresse,
                r.Nom,
                r.Echelon,
            })
            .IsUnique();
        builder.HasIndex(r => new { r.Adresse, r.Jour });
        builder.HasOne<Campagne>().WithMany().HasForeignKey(r => r.Campagne).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(r => r.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EnvoiDeCourriel>().WithMany().HasForeignKey(r => r.Envoi).OnDelete(DeleteBehavior.Restrict);
    }
}

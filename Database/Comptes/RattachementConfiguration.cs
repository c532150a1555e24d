using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Comptes;

/// <summary>Un groupement auquel un agent du CDG est limité ; sans aucune ligne, il les voit tous.</summary>
public sealed class LimiteDePerimetre(Guid utilisateur, GroupementId groupement)
{
    public Guid Utilisateur { get; private init; } = utilisateur;

    public GroupementId Groupement { get; private init; } = groupement;
}

internal sealed class LimiteDePerimetreConfiguration : IEntityTypeConfiguration<LimiteDePerimetre>
{
    public void Configure(EntityTypeBuilder<LimiteDePerimetre> builder)
    {
        builder.ToTable("LimitesDePerimetre");
        builder.HasKey(l => new { l.Utilisateur, l.Groupement });
    }
}

internal sealed class RattachementConfiguration : IEntityTypeConfiguration<Rattachement>
{
    public void Configure(EntityTypeBuilder<Rattachement> builder)
    {
        builder.ToTable("Rattachements");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.Utilisateur);
        builder.HasIndex(r => r.Collectivite);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Comptes;

/// <summary>Les clés d'Identity bornées à 128 caractères : une clé primaire de SQL Server ne dépasse pas 900 octets.</summary>
internal sealed class IdentiteConfiguration
    : IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    private const int LongueurDesCles = 128;

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.Property(l => l.LoginProvider).HasMaxLength(LongueurDesCles);
        builder.Property(l => l.ProviderKey).HasMaxLength(LongueurDesCles);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.Property(t => t.LoginProvider).HasMaxLength(LongueurDesCles);
        builder.Property(t => t.Name).HasMaxLength(LongueurDesCles);
    }
}

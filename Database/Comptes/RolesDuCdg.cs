using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Comptes;

/// <summary>Les rôles du CDG dans la base ; leurs identifiants sont fixes, les migrations les posent.</summary>
public static class RolesDuCdg
{
    /// <summary>L'identifiant, dans la base, d'un rôle.</summary>
    public static Guid IdentifiantDe(RoleCdg role) => new($"0195f000-0000-7000-9000-{(int)role + 1:D12}");
}

internal sealed class RoleConfiguration : IEntityTypeConfiguration<IdentityRole<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> builder) =>
        builder.HasData(
            Enum.GetValues<RoleCdg>()
                .Select(role => new IdentityRole<Guid>(role.ToString())
                {
                    Id = RolesDuCdg.IdentifiantDe(role),
                    NormalizedName = role.ToString().ToUpperInvariant(),
                    ConcurrencyStamp = RolesDuCdg.IdentifiantDe(role).ToString(),
                })
        );
}

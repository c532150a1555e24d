using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Comptes;

/// <summary>Une clé de protection des données d'ASP.NET Core : les sessions survivent au redémarrage et passent d'un nœud à l'autre.</summary>
public sealed class CleDeProtection(string nom, string xml)
{
    public string Nom { get; private init; } = nom;

    public string Xml { get; private init; } = xml;
}

internal sealed class CleDeProtectionConfiguration : IEntityTypeConfiguration<CleDeProtection>
{
    public void Configure(EntityTypeBuilder<CleDeProtection> builder)
    {
        builder.ToTable("ClesDeProtection");
        builder.HasKey(c => c.Nom);
        builder.Property(c => c.Nom).HasMaxLength(200);
    }
}

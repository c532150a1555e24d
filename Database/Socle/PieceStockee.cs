using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Une pièce déposée ou produite : ce qu'elle est, et l'empreinte sous laquelle son contenu est rangé.</summary>
/// <remarks>Plusieurs pièces peuvent avoir le même contenu, donc le même fichier. Une pièce ne change jamais de contenu.</remarks>
public sealed class PieceStockee
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>L'empreinte SHA-256 du contenu, 64 chiffres hexadécimaux minuscules.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Le nom du fichier tel que son auteur l'a donné, sans dossier.</summary>
    public required string Nom { get; init; }

    /// <summary>Le type reconnu au contenu, jamais celui que le navigateur annonce.</summary>
    public required string TypeMime { get; init; }

    /// <summary>En octets.</summary>
    public required long Taille { get; init; }

    public required DateTimeOffset DeposeeLe { get; init; }

    public required Guid ActeurId { get; init; }

    public required string ActeurNom { get; init; }
}

internal sealed class PieceStockeeConfiguration : IEntityTypeConfiguration<PieceStockee>
{
    public void Configure(EntityTypeBuilder<PieceStockee> builder)
    {
        builder.ToTable("Pieces");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.Property(p => p.Nom).HasMaxLength(255);
        builder.Property(p => p.TypeMime).HasMaxLength(150);
        builder.Property(p => p.ActeurNom).HasMaxLength(200);
        builder.HasIndex(p => p.Sha256);
    }
}

using CdgMarches.Database.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Documents;

internal sealed class ModeleConfiguration : IEntityTypeConfiguration<Modele>
{
    public void Configure(EntityTypeBuilder<Modele> builder)
    {
        builder.ToTable("Modeles");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Nature).HasMaxLength(Modele.LongueurDeLaNature);
        builder.Property(m => m.Nom).HasMaxLength(Modele.LongueurDuNom);
        builder.Property(m => m.CleDeTri).HasMaxLength(Modele.LongueurDuNom);
        builder.Ignore(m => m.Courante);
        builder.Ignore(m => m.EstArchive);
        builder.HasIndex(m => new { m.Nature, m.Groupement });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(m => m.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            m => m.Versions,
            v =>
            {
                v.ToTable("ModelesVersions");
                v.WithOwner().HasForeignKey("ModeleId");
                v.HasKey("ModeleId", nameof(VersionDeModele.Numero));
                v.Property(x => x.Numero).ValueGeneratedNever();
                v.Property(x => x.Sha256).HasMaxLength(64);
                v.Property(x => x.DeposeePar).HasMaxLength(200);
                v.Property(x => x.Commentaire).HasMaxLength(VersionDeModele.LongueurDuCommentaire);
                v.HasOne<PieceStockee>().WithMany().HasForeignKey(x => x.Piece).OnDelete(DeleteBehavior.Restrict);
            }
        );
    }
}

/// <summary>Le modèle par défaut d'une nature, pour un groupement ou pour tous : la clé de la table n'en permet qu'un.</summary>
public sealed class ModeleParDefaut
{
    public required string Nature { get; init; }

    /// <summary>Le groupement, ou le GUID vide pour tous.</summary>
    public required Guid Portee { get; init; }

    public required ModeleId Modele { get; set; }

    /// <summary>La portée d'un modèle, telle que cette table la tient.</summary>
    public static Guid De(GroupementId? groupement) => groupement?.Valeur ?? Guid.Empty;
}

internal sealed class ModeleParDefautConfiguration : IEntityTypeConfiguration<ModeleParDefaut>
{
    public void Configure(EntityTypeBuilder<ModeleParDefaut> builder)
    {
        builder.ToTable("ModelesParDefaut");
        builder.HasKey(m => new { m.Nature, m.Portee });
        builder.Property(m => m.Nature).HasMaxLength(Modele.LongueurDeLaNature);
        builder.Property(m => m.Portee).ValueGeneratedNever();
        builder.HasOne<Modele>().WithMany().HasForeignKey(m => m.Modele).OnDelete(DeleteBehavior.Restrict);
    }
}

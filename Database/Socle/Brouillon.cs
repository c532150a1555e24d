using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Ce qu'un utilisateur a commencé à saisir dans un long formulaire, gardé sur le serveur jusqu'à l'enregistrement.</summary>
public sealed class Brouillon
{
    public required Guid Utilisateur { get; init; }

    /// <summary>Le formulaire et son objet (« campagne/nouvelle », « groupement/0195… »).</summary>
    public required string Cle { get; init; }

    public required string Json { get; set; }

    public required DateTimeOffset ModifieLe { get; set; }
}

internal sealed class BrouillonConfiguration : IEntityTypeConfiguration<Brouillon>
{
    public void Configure(EntityTypeBuilder<Brouillon> builder)
    {
        builder.ToTable("Brouillons");
        builder.HasKey(b => new { b.Utilisateur, b.Cle });
        builder.Property(b => b.Cle).HasMaxLength(200);
        builder.HasIndex(b => b.ModifieLe);
    }
}

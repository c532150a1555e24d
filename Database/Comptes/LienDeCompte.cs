using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Comptes;

/// <summary>Ce qu'un lien reçu par courriel permet de faire.</summary>
public enum UsageDeLien
{
    /// <summary>Se connecter sans mot de passe : quinze minutes.</summary>
    Connexion,

    /// <summary>Choisir un nouveau mot de passe : une heure.</summary>
    Reinitialisation,

    /// <summary>Choisir son premier mot de passe : sept jours.</summary>
    Invitation,
}

/// <summary>Un lien à usage unique envoyé au titulaire d'un compte.</summary>
/// <remarks>La base ne garde que l'empreinte du jeton : qui lit la base ne peut pas s'en servir.</remarks>
public sealed class LienDeCompte
{
    private LienDeCompte() { }

    public Guid Id { get; private init; }

    public Guid Utilisateur { get; private init; }

    public UsageDeLien Usage { get; private init; }

    /// <summary>SHA-256 du jeton, en hexadécimal.</summary>
    public string Empreinte { get; private init; } = "";

    public DateTimeOffset CreeLe { get; private init; }

    public DateTimeOffset ExpireLe { get; private init; }

    public DateTimeOffset? UtiliseLe { get; private set; }

    /// <summary>Fait un lien et rend le jeton, qui n'existe plus ensuite que dans le courriel.</summary>
    public static (LienDeCompte Lien, string Jeton) Creer(Guid utilisateur, UsageDeLien usage, DateTimeOffset instant)
    {
        var jeton = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return (
            new LienDeCompte
            {
                Id = Guid.CreateVersion7(),
                Utilisateur = utilisateur,
                Usage = usage,
                Empreinte = EmpreinteDe(jeton),
                CreeLe = instant,
                ExpireLe = instant + Duree(usage),
            },
            jeton
        );
    }

    public static TimeSpan Duree(UsageDeLien usage) =>
        usage switch
        {
            UsageDeLien.Connexion => TimeSpan.FromMinutes(15),
            UsageDeLien.Reinitialisation => TimeSpan.FromHours(1),
            UsageDeLien.Invitation => TimeSpan.FromDays(7),
        };

    public static string EmpreinteDe(string jeton) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(jeton)));
}

internal sealed class LienDeCompteConfiguration : IEntityTypeConfiguration<LienDeCompte>
{
    public void Configure(EntityTypeBuilder<LienDeCompte> builder)
    {
        builder.ToTable("LiensDeCompte");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Empreinte).HasMaxLength(64);
        builder.HasIndex(l => l.Empreinte).IsUnique();
        builder.HasIndex(l => new { l.Utilisateur, l.CreeLe });
    }
}

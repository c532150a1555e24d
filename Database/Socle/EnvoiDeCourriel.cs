using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Où en est un courriel.</summary>
public enum EtatDEnvoi
{
    EnFile,

    /// <summary>Confié au transport ; s'il y reste après un arrêt, nul ne sait s'il est parti.</summary>
    EnCours,

    Envoye,

    /// <summary>La connexion s'est rompue après s'être établie : il est peut-être parti. Un agent décide, jamais l'application.</summary>
    AVerifier,

    Echoue,
}

/// <summary>Un courriel à envoyer, écrit dans la transaction de ce qui le cause, et la preuve de ce qu'il est devenu.</summary>
public sealed class EnvoiDeCourriel
{
    public const int LongueurDeLObjet = 300;
    public const int LongueurDeLErreur = 500;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Destinataire { get; init; }

    public required string NomDestinataire { get; init; }

    public required string Objet { get; init; }

    /// <summary>Le texte entier, sans mise en forme.</summary>
    public required string Texte { get; init; }

    /// <summary>Le type et la clé de l'objet métier qui l'a causé, pour y revenir depuis le journal des courriels.</summary>
    public string? ObjetType { get; init; }

    public Guid? ObjetId { get; init; }

    public EtatDEnvoi Etat { get; set; }

    public required DateTimeOffset DeposeLe { get; init; }

    /// <summary>Pas d'essai avant cet instant.</summary>
    public DateTimeOffset ProchainEssai { get; set; }

    public int Essais { get; set; }

    public DateTimeOffset? EnvoyeLe { get; set; }

    /// <summary>L'identifiant que porte le message : il permet de le retrouver dans les traces du serveur.</summary>
    public string? MessageId { get; set; }

    /// <summary>Le code du serveur quand il a refusé.</summary>
    public int? CodeSmtp { get; set; }

    /// <summary>La phrase qui dit à l'agent ce qui est arrivé.</summary>
    public string? Erreur { get; set; }
}

internal sealed class EnvoiDeCourrielConfiguration : IEntityTypeConfiguration<EnvoiDeCourriel>
{
    public void Configure(EntityTypeBuilder<EnvoiDeCourriel> builder)
    {
        builder.ToTable("EnvoisDeCourriel");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Destinataire).HasMaxLength(254);
        builder.Property(e => e.NomDestinataire).HasMaxLength(200);
        builder.Property(e => e.Objet).HasMaxLength(EnvoiDeCourriel.LongueurDeLObjet);
        builder.Property(e => e.ObjetType).HasMaxLength(60);
        builder.Property(e => e.MessageId).HasMaxLength(200);
        builder.Property(e => e.Erreur).HasMaxLength(EnvoiDeCourriel.LongueurDeLErreur);
        builder.HasIndex(e => new { e.Etat, e.ProchainEssai });
        builder.HasIndex(e => new { e.ObjetType, e.ObjetId });
        builder.HasIndex(e => e.DeposeLe);
    }
}

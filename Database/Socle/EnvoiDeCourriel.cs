using CdgMarches.Domain.Groupements;
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

    /// <summary>Parti, puis revenu : la personne ne l'a pas reçu, ce qui lui était dû l'est encore (RG2.15).</summary>
    Revenu,
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

    /// <summary>La collectivité pour laquelle la personne le reçoit.</summary>
    public Guid? Collectivite { get; init; }

    /// <summary>Le même message en HTML.</summary>
    public string? Html { get; init; }

    /// <summary>L'invitation de calendrier jointe, au format iCalendar.</summary>
    public string? Ics { get; init; }

    /// <summary>Le lien personnel qu'il porte : s'en servir dit que la personne a lu ou répondu.</summary>
    public Guid? Lien { get; init; }

    /// <summary>L'adresse à qui répondre.</summary>
    public string? RepondreA { get; set; }

    /// <summary>
    /// Le groupement pour lequel l'application écrit d'elle-même : on répond à l'agent qui en a la charge. Rien n'en est gardé
    /// que l'adresse.
    /// </summary>
    public GroupementId? Groupement { get; init; }

    /// <summary>Le modèle dont le texte vient.</summary>
    public string? Modele { get; init; }

    /// <summary>Ce qui interdit un second courriel pour la même cause.</summary>
    public string? CleDIdempotence { get; init; }

    /// <summary>L'envoi que celui-ci répète, à la demande d'un agent.</summary>
    public Guid? RenvoiDe { get; init; }

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

    /// <summary>L'adresse où il est réellement parti, quand le mode d'essai l'a détourné.</summary>
    public string? AdresseDEssai { get; set; }

    /// <summary>Quand on a su qu'il n'avait pas été remis.</summary>
    public DateTimeOffset? RevenuLe { get; set; }

    /// <summary>Vrai quand un agent a traité l'échec ou le retour : par un renvoi, ou autrement.</summary>
    public bool EstClasse { get; set; }

    /// <summary>Quand la personne a dit, d'un bouton, l'avoir lu. Ouvrir un lien n'enregistre rien.</summary>
    public DateTimeOffset? LuLe { get; set; }

    /// <summary>Quand la personne a répondu à ce qu'il demandait.</summary>
    public DateTimeOffset? ReponduLe { get; set; }
}

/// <summary>Une pièce du magasin jointe à un courriel.</summary>
public sealed class PieceDeCourriel(Guid envoi, Guid piece, int rang)
{
    public Guid Envoi { get; private init; } = envoi;

    public Guid Piece { get; private init; } = piece;

    public int Rang { get; private init; } = rang;
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
        builder.HasIndex(e => e.Lien);
        builder.Ignore(e => e.Groupement);
        builder.Property(e => e.RepondreA).HasMaxLength(254);
        builder.Property(e => e.Modele).HasMaxLength(80);
        builder.Property(e => e.CleDIdempotence).HasMaxLength(200);
        builder.Property(e => e.AdresseDEssai).HasMaxLength(254);
        builder.Property(e => e.EstClasse).HasDefaultValue(false);
        builder.HasIndex(e => e.CleDIdempotence).IsUnique();
        builder.HasIndex(e => e.MessageId);
        builder.HasIndex(e => new { e.Destinataire, e.DeposeLe });
        builder.HasIndex(e => new { e.Etat, e.ProchainEssai });
        builder.HasIndex(e => new { e.ObjetType, e.ObjetId });
        builder.HasIndex(e => e.DeposeLe);
    }
}

internal sealed class PieceDeCourrielConfiguration : IEntityTypeConfiguration<PieceDeCourriel>
{
    public void Configure(EntityTypeBuilder<PieceDeCourriel> builder)
    {
        builder.ToTable("EnvoisDeCourrielPieces");
        builder.HasKey(p => new { p.Envoi, p.Piece });
        builder.HasOne<EnvoiDeCourriel>().WithMany().HasForeignKey(p => p.Envoi).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(p => p.Piece).OnDelete(DeleteBehavior.Restrict);
    }
}

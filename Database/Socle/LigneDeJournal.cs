using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>La trace d'un fait : qui, quand, quoi, avant et après. Jamais modifiée ni supprimée par l'application.</summary>
public sealed class LigneDeJournal
{
    /// <summary>Longueur au-delà de laquelle une valeur journalisée est coupée.</summary>
    public const int LongueurDesValeurs = 2000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public DateTimeOffset Instant { get; private init; }

    public Guid ActeurId { get; private init; }

    public string Acteur { get; private init; } = "";

    /// <summary>Celui au nom de qui l'acteur agissait, s'il y en a un.</summary>
    public string? Pour { get; private init; }

    /// <summary>Le type de l'événement, invariant, pour filtrer.</summary>
    public string Evenement { get; private init; } = "";

    /// <summary>La phrase que l'historique affiche.</summary>
    public string Libelle { get; private init; } = "";

    /// <summary>Le type de l'objet (« Campagne ») et sa clé : l'historique d'un objet se lit par eux.</summary>
    public string ObjetType { get; private init; } = "";

    public Guid ObjetId { get; private init; }

    public Guid? Collectivite { get; private init; }

    public string? Avant { get; private init; }

    public string? Apres { get; private init; }

    public string? Motif { get; private init; }

    public string? Adresse { get; private init; }

    internal static LigneDeJournal De(Agregat racine, IEvenementMetier evenement, Acteur acteur, DateTimeOffset instant) =>
        De(racine.GetType().Name, racine.Cle, evenement, acteur, instant);

    /// <summary>La ligne d'un fait survenu hors d'un agrégat suivi (saisie d'une cellule, import en masse).</summary>
    public static LigneDeJournal De(
        string objetType,
        Guid objetId,
        IEvenementMetier evenement,
        Acteur acteur,
        DateTimeOffset instant
    ) =>
        new()
        {
            Instant = instant,
            ActeurId = acteur.Id,
            Acteur = Couper(acteur.Nom, 200)!,
            Pour = Couper(acteur.PourLeCompteDe, 200),
            Evenement = evenement.GetType().Name,
            Libelle = Couper(evenement.Libelle, 500)!,
            ObjetType = objetType,
            ObjetId = objetId,
            Collectivite = evenement.Collectivite,
            Avant = Couper(evenement.Avant, LongueurDesValeurs),
            Apres = Couper(evenement.Apres, LongueurDesValeurs),
            Motif = Couper(evenement.Motif, LongueurDesValeurs),
            Adresse = Couper(acteur.Adresse, 64),
        };

    private static string? Couper(string? texte, int longueur) =>
        texte is not null && texte.Length > longueur ? string.Concat(texte.AsSpan(0, longueur - 1), "…") : texte;
}

internal sealed class LigneDeJournalConfiguration : IEntityTypeConfiguration<LigneDeJournal>
{
    public void Configure(EntityTypeBuilder<LigneDeJournal> builder)
    {
        builder.ToTable("Journal");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Acteur).HasMaxLength(200);
        builder.Property(l => l.Pour).HasMaxLength(200);
        builder.Property(l => l.Evenement).HasMaxLength(80);
        builder.Property(l => l.Libelle).HasMaxLength(500);
        builder.Property(l => l.ObjetType).HasMaxLength(60);
        builder.Property(l => l.Avant).HasMaxLength(LigneDeJournal.LongueurDesValeurs);
        builder.Property(l => l.Apres).HasMaxLength(LigneDeJournal.LongueurDesValeurs);
        builder.Property(l => l.Motif).HasMaxLength(LigneDeJournal.LongueurDesValeurs);
        builder.Property(l => l.Adresse).HasMaxLength(64);
        builder.HasIndex(l => new
        {
            l.ObjetType,
            l.ObjetId,
            l.Instant,
        });
        builder.HasIndex(l => l.Instant);
    }
}

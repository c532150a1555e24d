using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Où en est un travail de fond.</summary>
public enum EtatDeTravail
{
    EnAttente,
    EnCours,
    Termine,
    Echoue,
    Annule,
}

/// <summary>Un travail trop long pour une requête : export, import en masse, génération de documents.</summary>
/// <remarks>
/// Celui qui l'exécute tient un <see cref="Bail"/> de même identifiant. S'il meurt, le bail expire et un autre reprend le
/// travail depuis son début : un travail doit pouvoir être rejoué.
/// </remarks>
public sealed class Travail
{
    public const int LongueurDeLErreur = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Le nom sous lequel le code qui l'exécute est enregistré.</summary>
    public required string Type { get; init; }

    /// <summary>Ce que son auteur lit dans « Mes exports ».</summary>
    public required string Libelle { get; init; }

    /// <summary>Ce qu'il faut faire, en JSON, lu par le code du type.</summary>
    public required string Parametres { get; init; }

    public required Guid AuteurId { get; init; }

    public required string AuteurNom { get; init; }

    /// <summary>Le droit exigé de l'auteur, relu à l'exécution et au téléchargement.</summary>
    public required string Droit { get; init; }

    public EtatDeTravail Etat { get; set; }

    public int Fait { get; set; }

    /// <summary>Zéro tant que l'on ne sait pas combien il y a à faire.</summary>
    public int Total { get; set; }

    public string? Etape { get; set; }

    /// <summary>Le fichier produit.</summary>
    public Guid? PieceId { get; set; }

    public string? Erreur { get; set; }

    /// <summary>La référence d'une panne, à donner à l'administrateur.</summary>
    public string? Reference { get; set; }

    public bool AnnulationDemandee { get; set; }

    /// <summary>Combien de fois il a été commencé.</summary>
    public int Essais { get; set; }

    public required DateTimeOffset CreeLe { get; init; }

    public DateTimeOffset? CommenceLe { get; set; }

    public DateTimeOffset? TermineLe { get; set; }

    /// <summary>Le jour où il disparaît, avec son fichier.</summary>
    public DateTimeOffset? ExpireLe { get; set; }
}

internal sealed class TravailConfiguration : IEntityTypeConfiguration<Travail>
{
    public void Configure(EntityTypeBuilder<Travail> builder)
    {
        builder.ToTable("Travaux");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Type).HasMaxLength(80);
        builder.Property(t => t.Libelle).HasMaxLength(200);
        builder.Property(t => t.AuteurNom).HasMaxLength(200);
        builder.Property(t => t.Droit).HasMaxLength(60);
        builder.Property(t => t.Etape).HasMaxLength(200);
        builder.Property(t => t.Erreur).HasMaxLength(Travail.LongueurDeLErreur);
        builder.Property(t => t.Reference).HasMaxLength(20);
        builder.HasIndex(t => new { t.Etat, t.CreeLe });
        builder.HasIndex(t => new { t.AuteurId, t.CreeLe });
        builder.HasIndex(t => t.ExpireLe);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(t => t.PieceId).OnDelete(DeleteBehavior.Restrict);
    }
}

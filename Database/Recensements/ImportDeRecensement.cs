using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Recensements;

/// <summary>Ce qu'un fichier importé dans une campagne apporte.</summary>
public enum NatureDImport
{
    /// <summary>Le classeur d'un membre : ses besoins.</summary>
    Besoins,

    /// <summary>Les lignes du catalogue.</summary>
    Catalogue,
}

/// <summary>Où en est un import.</summary>
public enum EtapeDImport
{
    /// <summary>Le fichier est rangé ; il n'a pas encore été lu.</summary>
    Recu,

    /// <summary>Le fichier n'est pas de cette campagne, de ce membre, de cette version, ou ne se lit pas.</summary>
    Refuse,

    /// <summary>Lu et comparé : rien n'est écrit, tout est dit.</summary>
    Apercu,
    Applique,
    Annule,
}

/// <summary>Un fichier reçu pour une campagne, ce que sa lecture a donné et ce qui en a été fait (K1–K3).</summary>
/// <remarks>
/// L'aperçu reste sur le serveur entre ses deux temps : ce qui est appliqué est ce qui a été montré. Les valeurs d'avant y
/// sont gardées, pour annuler.
/// </remarks>
public sealed class ImportDeRecensement
{
    public const int LongueurDuRefus = 2000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required NatureDImport Nature { get; init; }

    public required CampagneId Campagne { get; init; }

    /// <summary>Le membre dont c'est le classeur ; null tant qu'il n'est pas reconnu, et pour un catalogue.</summary>
    public CollectiviteId? Collectivite { get; set; }

    /// <summary>Le dépôt en vrac dont il fait partie.</summary>
    public Guid? Depot { get; init; }

    /// <summary>Le fichier reçu ; null s'il n'était pas d'un type que l'on garde.</summary>
    public Guid? PieceId { get; init; }

    public required string NomDuFichier { get; init; }

    /// <summary>SHA-256 du fichier.</summary>
    public string? Empreinte { get; set; }

    public EtapeDImport Etat { get; set; }

    /// <summary>La phrase qui dit pourquoi le fichier est refusé, ou pourquoi son application l'a été.</summary>
    public string? Refus { get; set; }

    /// <summary>L'aperçu, en JSON, avec les valeurs d'avant ; effacé quand il ne sert plus à rien.</summary>
    public string? Contenu { get; set; }

    /// <summary>La version du catalogue (besoins) ou de la campagne (catalogue) comparée par l'aperçu.</summary>
    public int VersionLue { get; set; }

    public int Nouvelles { get; set; }

    public int Modifiees { get; set; }

    public int Inchangees { get; set; }

    public int Avertissements { get; set; }

    public int Erreurs { get; set; }

    /// <summary>Les prestations que le fichier dit sans besoin.</summary>
    public int Neants { get; set; }

    /// <summary>Les lignes écrites, une fois l'import appliqué.</summary>
    public int Ecrites { get; set; }

    /// <summary>Les lignes écartées, en erreur ou changées par un autre depuis l'aperçu.</summary>
    public int Ecartees { get; set; }

    public required Guid ActeurId { get; init; }

    public required string ActeurNom { get; init; }

    public required DateTimeOffset CreeLe { get; init; }

    public DateTimeOffset? AppliqueLe { get; set; }

    public string? AppliquePar { get; set; }

    public DateTimeOffset? AnnuleLe { get; set; }
}

internal sealed class ImportDeRecensementConfiguration : IEntityTypeConfiguration<ImportDeRecensement>
{
    public void Configure(EntityTypeBuilder<ImportDeRecensement> builder)
    {
        builder.ToTable("ImportsDeRecensement");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.NomDuFichier).HasMaxLength(255);
        builder.Property(i => i.Empreinte).HasMaxLength(64);
        builder.Property(i => i.Etat).IsConcurrencyToken();
        builder.Property(i => i.Refus).HasMaxLength(ImportDeRecensement.LongueurDuRefus);
        builder.Property(i => i.ActeurNom).HasMaxLength(200);
        builder.Property(i => i.AppliquePar).HasMaxLength(200);
        builder.HasOne<Campagne>().WithMany().HasForeignKey(i => i.Campagne).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(i => i.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PieceStockee>().WithMany().HasForeignKey(i => i.PieceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.Campagne, i.Depot });
        builder.HasIndex(i => new { i.Collectivite, i.Campagne });
        builder.HasIndex(i => i.CreeLe);
    }
}

using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Collectivites;

/// <summary>Ce qu'il est advenu d'une ligne.</summary>
public enum SortDeLigne
{
    EnAttente,
    Ecrite,
    Inchangee,
    Refusee,
    Defaite,

    /// <summary>L'annulation l'a laissée : la fiche a changé depuis l'import.</summary>
    Gardee,
}

/// <summary>Une ligne d'un import, gardée entre l'aperçu et l'application : le circuit peut mourir entre les deux.</summary>
/// <remarks>La fiche est désignée par une clé nue : la fusion de deux fiches n'a pas à réécrire l'histoire des imports.</remarks>
public sealed class LigneImportee
{
    public ImportDeCollectivitesId Import { get; init; }

    /// <summary>Le numéro de ligne qu'Excel affiche.</summary>
    public int Numero { get; init; }

    public string Cle { get; init; } = "";

    /// <summary>Le nom de la collectivité, pour lire l'aperçu.</summary>
    public string Nom { get; init; } = "";

    /// <summary>L'état de l'aperçu (nouvelle, modifiée, inchangée, avertissement, erreur), par son nom.</summary>
    public string Etat { get; init; } = "";

    /// <summary>Vrai si la ligne écrira quelque chose.</summary>
    public bool AEcrire { get; init; }

    /// <summary>Les cellules de l'aperçu, en JSON.</summary>
    public string Cellules { get; init; } = "[]";

    /// <summary>Les remarques, une par ligne.</summary>
    public string Messages { get; init; } = "";

    /// <summary>Les valeurs à écrire, en JSON ; null pour une ligne en erreur.</summary>
    public string? Cible { get; init; }

    /// <summary>La fiche concernée ; donnée à l'application pour une création.</summary>
    public Guid? Fiche { get; set; }

    /// <summary>La version de la fiche à l'aperçu ; null pour une création.</summary>
    public int? VersionLue { get; init; }

    /// <summary>Les valeurs d'avant, en JSON, pour l'annulation ; null pour une création.</summary>
    public string? Avant { get; set; }

    /// <summary>La version que l'import a laissée : une autre, et l'annulation ne touche pas à la fiche.</summary>
    public int? VersionEcrite { get; set; }

    public SortDeLigne Sort { get; set; }

    /// <summary>Pourquoi elle a été refusée ou gardée.</summary>
    public string? Motif { get; set; }
}

/// <summary>Le fichier des lignes refusées d'un import, prêt à être rendu.</summary>
public sealed class FichierDesRefus(ImportDeCollectivitesId import, byte[] contenu)
{
    public ImportDeCollectivitesId Import { get; private init; } = import;

    public byte[] Contenu { get; private init; } = contenu;
}

internal sealed class ImportDeCollectivitesConfiguration : IEntityTypeConfiguration<ImportDeCollectivites>
{
    public void Configure(EntityTypeBuilder<ImportDeCollectivites> builder)
    {
        builder.ToTable("ImportsDeCollectivites");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.NomDuFichier).HasMaxLength(ImportDeCollectivites.LongueurDuNom);
        builder.Property(i => i.Empreinte).HasMaxLength(64);
        builder.Property(i => i.Feuille).HasMaxLength(100);
        builder.Property(i => i.Auteur).HasMaxLength(200);
        builder.Property(i => i.Resume).HasMaxLength(300);
        builder.HasIndex(i => i.PrepareLe);
    }
}

internal sealed class LigneImporteeConfiguration : IEntityTypeConfiguration<LigneImportee>
{
    public void Configure(EntityTypeBuilder<LigneImportee> builder)
    {
        builder.ToTable("ImportsDeCollectivitesLignes");
        builder.HasKey(l => new { l.Import, l.Numero });
        builder.HasOne<ImportDeCollectivites>().WithMany().HasForeignKey(l => l.Import).OnDelete(DeleteBehavior.Cascade);
        builder.Property(l => l.Cle).HasMaxLength(100);
        builder.Property(l => l.Nom).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
        builder.Property(l => l.Etat).HasMaxLength(20);
        builder.Property(l => l.Motif).HasMaxLength(1000);
    }
}

internal sealed class FichierDesRefusConfiguration : IEntityTypeConfiguration<FichierDesRefus>
{
    public void Configure(EntityTypeBuilder<FichierDesRefus> builder)
    {
        builder.ToTable("ImportsDeCollectivitesRefus");
        builder.HasKey(f => f.Import);
        builder.Property(f => f.Import).ValueGeneratedNever();
        builder
            .HasOne<ImportDeCollectivites>()
            .WithOne()
            .HasForeignKey<FichierDesRefus>(f => f.Import)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

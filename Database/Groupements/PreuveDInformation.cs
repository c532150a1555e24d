using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

/// <summary>La preuve qu'un membre a reçu une information ou un document : un courriel parti, ou une remise constatée.</summary>
/// <remarks>RG7.03. Une par membre et par information : corpus à l'entrée, copie d'un retrait, litige, dissolution, avenant rejeté.</remarks>
public sealed class PreuveDInformation
{
    public const int LongueurDuLibelle = 300;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required GroupementId Groupement { get; init; }

    public required CollectiviteId Collectivite { get; init; }

    /// <summary>Le type et la clé de l'objet dont le membre est informé.</summary>
    public required string ObjetType { get; init; }

    public required Guid ObjetId { get; init; }

    /// <summary>Ce qui est porté à sa connaissance.</summary>
    public required string Libelle { get; init; }

    public required DateTimeOffset DeposeeLe { get; init; }

    /// <summary>Le courriel qui la porte ; son état d'envoi vaut preuve. Nul quand le membre n'a aucune adresse.</summary>
    public Guid? Courriel { get; set; }

    /// <summary>Le jour d'une remise constatée par un agent : courrier, main propre.</summary>
    public DateOnly? RemiseLe { get; set; }

    /// <summary>Qui l'a constatée.</summary>
    public string? RemisePar { get; set; }
}

internal sealed class PreuveDInformationConfiguration : IEntityTypeConfiguration<PreuveDInformation>
{
    public void Configure(EntityTypeBuilder<PreuveDInformation> builder)
    {
        builder.ToTable("PreuvesDInformation");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ObjetType).HasMaxLength(60);
        builder.Property(p => p.Libelle).HasMaxLength(PreuveDInformation.LongueurDuLibelle);
        builder.Property(p => p.RemisePar).HasMaxLength(200);
        builder.HasIndex(p => new { p.ObjetType, p.ObjetId });
        builder.HasIndex(p => p.Collectivite);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(p => p.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(p => p.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EnvoiDeCourriel>().WithMany().HasForeignKey(p => p.Courriel).OnDelete(DeleteBehavior.Restrict);
    }
}

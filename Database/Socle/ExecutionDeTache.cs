using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Ce qu'a donné la dernière exécution d'une tâche planifiée.</summary>
public sealed class ExecutionDeTache(string nom)
{
    public const int LongueurDuResultat = 500;

    public string Nom { get; private init; } = nom;

    public DateTimeOffset CommenceeLe { get; set; }

    public DateTimeOffset? TermineeLe { get; set; }

    public bool AReussi { get; set; }

    /// <summary>Ce qu'elle a fait, ou pourquoi elle n'a pas pu.</summary>
    public string Resultat { get; set; } = "";
}

internal sealed class ExecutionDeTacheConfiguration : IEntityTypeConfiguration<ExecutionDeTache>
{
    public void Configure(EntityTypeBuilder<ExecutionDeTache> builder)
    {
        builder.ToTable("ExecutionsDeTache");
        builder.HasKey(e => e.Nom);
        builder.Property(e => e.Nom).HasMaxLength(60);
        builder.Property(e => e.Resultat).HasMaxLength(ExecutionDeTache.LongueurDuResultat);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Parametres;

/// <summary>Un réglage du CDG sans date de validité : nom, adresse, textes de travail. Son histoire est au journal.</summary>
public sealed class ReglageGeneral(string cle, string valeur)
{
    /// <summary>La clé du courriel où joindre le CDG.</summary>
    public const string CourrielDeContact = "cdg.courriel";

    public string Cle { get; private init; } = cle;

    public string Valeur { get; set; } = valeur;

    public DateTimeOffset ModifieLe { get; set; }

    public string ModifiePar { get; set; } = "";
}

internal sealed class ReglageGeneralConfiguration : IEntityTypeConfiguration<ReglageGeneral>
{
    public void Configure(EntityTypeBuilder<ReglageGeneral> builder)
    {
        builder.ToTable("ReglagesGeneraux");
        builder.HasKey(r => r.Cle);
        builder.Property(r => r.Cle).HasMaxLength(80);
        builder.Property(r => r.Valeur).HasMaxLength(4000).IsConcurrencyToken();
        builder.Property(r => r.ModifiePar).HasMaxLength(200);
    }
}

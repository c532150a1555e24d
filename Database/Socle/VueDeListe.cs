using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Socle;

/// <summary>Une façon de regarder une liste que quelqu'un a gardée : ses filtres, son tri et ses colonnes, sous un nom.</summary>
public sealed class VueDeListe
{
    public const int LongueurDuNom = 80;
    public const int LongueurDeLaRequete = 2000;

    public required Guid Id { get; init; }

    public required Guid Utilisateur { get; init; }

    /// <summary>Le chemin de la page (« /collectivites »).</summary>
    public required string Liste { get; init; }

    public required string Nom { get; init; }

    /// <summary>Ce qui suit le « ? » de l'adresse, sans le numéro de page.</summary>
    public required string Requete { get; set; }

    /// <summary>Vrai si les autres agents du CDG la voient aussi.</summary>
    public required bool Partagee { get; set; }
}

internal sealed class VueDeListeConfiguration : IEntityTypeConfiguration<VueDeListe>
{
    public void Configure(EntityTypeBuilder<VueDeListe> builder)
    {
        builder.ToTable("VuesDeListe");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Liste).HasMaxLength(200);
        builder.Property(v => v.Nom).HasMaxLength(VueDeListe.LongueurDuNom);
        builder.Property(v => v.Requete).HasMaxLength(VueDeListe.LongueurDeLaRequete);
        builder
            .HasIndex(v => new
            {
                v.Liste,
                v.Utilisateur,
                v.Nom,
            })
            .IsUnique();
    }
}

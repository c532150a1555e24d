using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Courriels;

/// <summary>Le texte d'un modèle de courriel tel que le CDG l'a réécrit ; absent, c'est le texte d'origine qui sert.</summary>
public sealed class ModeleDeCourriel(string cle)
{
    public const int LongueurDuTexte = 8000;

    public string Cle { get; private init; } = cle;

    public string Objet { get; set; } = "";

    public string Texte { get; set; } = "";

    /// <summary>De un en un à chaque réécriture ; deux agents ne s'écrasent pas.</summary>
    public int Version { get; set; }

    public DateTimeOffset ModifieLe { get; set; }

    public string ModifiePar { get; set; } = "";
}

/// <summary>Ce qu'un utilisateur ne veut pas recevoir par courriel ; sans ligne, il le reçoit.</summary>
public sealed class RefusDeCourriel(Guid utilisateur, string evenement)
{
    public Guid Utilisateur { get; private init; } = utilisateur;

    /// <summary>« resume », « alertes ».</summary>
    public string Evenement { get; private init; } = evenement;
}

internal sealed class ModeleDeCourrielConfiguration : IEntityTypeConfiguration<ModeleDeCourriel>
{
    public void Configure(EntityTypeBuilder<ModeleDeCourriel> builder)
    {
        builder.ToTable("ModelesDeCourriel");
        builder.HasKey(m => m.Cle);
        builder.Property(m => m.Cle).HasMaxLength(80);
        builder.Property(m => m.Objet).HasMaxLength(Socle.EnvoiDeCourriel.LongueurDeLObjet);
        builder.Property(m => m.Texte).HasMaxLength(ModeleDeCourriel.LongueurDuTexte);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Property(m => m.ModifiePar).HasMaxLength(200);
    }
}

internal sealed class RefusDeCourrielConfiguration : IEntityTypeConfiguration<RefusDeCourriel>
{
    public void Configure(EntityTypeBuilder<RefusDeCourriel> builder)
    {
        builder.ToTable("RefusDeCourriels");
        builder.HasKey(r => new { r.Utilisateur, r.Evenement });
        builder.Property(r => r.Evenement).HasMaxLength(40);
    }
}

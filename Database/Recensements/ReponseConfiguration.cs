using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Recensements;

internal sealed class ReponseConfiguration : IEntityTypeConfiguration<Reponse>
{
    public void Configure(EntityTypeBuilder<Reponse> builder)
    {
        builder.ToTable("Reponses");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ReponduePar).HasMaxLength(Reponse.LongueurNom);
        builder.Property(r => r.QualiteDuValidateur).HasMaxLength(Reponse.LongueurQualite);
        builder.Property(r => r.Motif).HasMaxLength(Reponse.LongueurMotif);
        builder.Property(r => r.MotifDeReouverture).HasMaxLength(Reponse.LongueurMotif);
        builder.Property(r => r.NumeroDeRecu).HasMaxLength(24);
        builder.HasOne<Campagne>().WithMany().HasForeignKey(r => r.Campagne).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(r => r.Collectivite).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(r => new
            {
                r.Campagne,
                r.Collectivite,
                r.Prestation,
            })
            .IsUnique();
        builder.HasIndex(r => new
        {
            r.Campagne,
            r.Prestation,
            r.Etat,
        });
        builder.HasIndex(r => r.Collectivite);
    }
}

/// <summary>La clé commence par la réponse : lire, sommer ou figer une réponse parcourt une plage contiguë de l'index.</summary>
internal sealed class LigneDeReponseConfiguration : IEntityTypeConfiguration<LigneDeReponse>
{
    public void Configure(EntityTypeBuilder<LigneDeReponse> builder)
    {
        builder.ToTable("LignesDeReponse");
        builder.HasKey(l => new { l.Reponse, l.Ligne });
        builder.Property(l => l.Ligne).ValueGeneratedNever();
        builder.Property(l => l.Imputation).HasMaxLength(LigneDeReponse.LongueurImputation);
        builder.Property(l => l.Commentaire).HasMaxLength(LigneDeReponse.LongueurCommentaire);
        builder.Property(l => l.Justification).HasMaxLength(LigneDeReponse.LongueurJustification);
        builder.Property(l => l.ModifiePar).HasMaxLength(LigneDeReponse.LongueurAuteur);
        builder.Ignore(l => l.DitUnBesoin);
        builder.HasOne<Reponse>().WithMany().HasForeignKey(l => l.Reponse).OnDelete(DeleteBehavior.Restrict);
    }
}

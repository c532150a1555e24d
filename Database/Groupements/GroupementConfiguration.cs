using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class GroupementConfiguration : IEntityTypeConfiguration<Groupement>
{
    public void Configure(EntityTypeBuilder<Groupement> builder)
    {
        builder.ToTable("Groupements");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Reference).HasConversion(r => r.ToString(), t => ReferenceDeGroupement.Lire(t)).HasMaxLength(20);
        builder.Property(g => g.Nom).HasMaxLength(Groupement.LongueurDuNom);
        builder.Property(g => g.CleDeTri).HasMaxLength(2 * Groupement.LongueurDuNom);
        builder.Property(g => g.Objet).HasMaxLength(Groupement.LongueurDeLObjet);
        builder.HasIndex(g => g.Reference).IsUnique();
        builder.HasIndex(g => g.CleDeTri);
        builder.HasIndex(g => g.Coordonnateur);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(g => g.Coordonnateur).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(g => g.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(g => g.Suppleant).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(g => g.Regles, Regles);
        builder.HasIndex(g => g.Predecesseur);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(g => g.Predecesseur).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            g => g.Prestations,
            p =>
            {
                p.ToTable("GroupementsPrestations");
                p.WithOwner().HasForeignKey("GroupementId");
                p.HasKey(x => x.Id);
                p.Property(x => x.Id).ValueGeneratedNever();
                p.Property(x => x.Code).HasMaxLength(Prestation.LongueurDuCode);
                p.Property(x => x.Libelle).HasMaxLength(Prestation.LongueurDuLibelle);
                p.Property(x => x.Unite).HasMaxLength(Prestation.LongueurDeLUnite);
                p.HasIndex("GroupementId", nameof(Prestation.Code)).IsUnique();
            }
        );
        builder.OwnsMany(
            g => g.Lots,
            l =>
            {
                l.ToTable("GroupementsLots");
                l.WithOwner().HasForeignKey("GroupementId");
                l.HasKey("GroupementId", nameof(Lot.Numero));
                l.Property(x => x.Numero).ValueGeneratedNever();
                l.Property(x => x.Intitule).HasMaxLength(Lot.LongueurDeLIntitule);
                l.Property(x => x.Cpv).HasConversion(c => c!.Valeur, t => CodeCpv.Lire(t)).HasMaxLength(10);
                l.HasIndex(x => x.Prestation);
            }
        );
    }

    /// <summary>Un groupement d'avant ces règles reçoit celles du groupement dédié : ce sont les valeurs par défaut des colonnes.</summary>
    private static void Regles(ComplexPropertyBuilder<ReglesDeConvention> r)
    {
        var defaut = new ReglesDeConvention();
        r.Ignore(x => x.QuorumPlusDeLaMoitie);
        r.Ignore(x => x.SuitSonProfil);
        r.Property(x => x.ArticleDeLaVoixPreponderante).HasMaxLength(ReglesDeConvention.LongueurDUnArticle);
        r.Property(x => x.Profil).HasDefaultValue(defaut.Profil).ValueGeneratedNever();
        r.Property(x => x.JoursFrancsDeConvocation).HasDefaultValue(defaut.JoursFrancsDeConvocation).ValueGeneratedNever();
        r.Property(x => x.EnvoiTardifPermis).HasDefaultValue(defaut.EnvoiTardifPermis).ValueGeneratedNever();
        r.Property(x => x.Quorum).HasDefaultValue(defaut.Quorum).ValueGeneratedNever();
        r.Property(x => x.SecondeConvocationSansQuorum).HasDefaultValue(true).ValueGeneratedNever();
        r.Property(x => x.SecondeConvocationJoursFrancs)
            .HasDefaultValue(defaut.SecondeConvocationJoursFrancs)
            .ValueGeneratedNever();
        r.Property(x => x.VoixPreponderante).HasDefaultValue(defaut.VoixPreponderante).ValueGeneratedNever();
        r.Property(x => x.RegimeDeCao).HasDefaultValue(defaut.RegimeDeCao).ValueGeneratedNever();
        r.Property(x => x.SuppleantObligatoire).HasDefaultValue(defaut.SuppleantObligatoire).ValueGeneratedNever();
        r.Property(x => x.ModeDAdhesion).HasDefaultValue(defaut.ModeDAdhesion).ValueGeneratedNever();
        r.Property(x => x.VerrouDAdhesion).HasDefaultValue(defaut.VerrouDAdhesion).ValueGeneratedNever();
        r.Property(x => x.ModeDeRetrait).HasDefaultValue(defaut.ModeDeRetrait).ValueGeneratedNever();
        r.Property(x => x.MoisDuPreavis).HasDefaultValue(defaut.MoisDuPreavis).ValueGeneratedNever();
        r.Property(x => x.JourDuPreavis).HasDefaultValue(defaut.JourDuPreavis).ValueGeneratedNever();
        r.Property(x => x.LectureDuPreavis).HasDefaultValue(defaut.LectureDuPreavis).ValueGeneratedNever();
        r.Property(x => x.ModificationUnanime).HasDefaultValue(defaut.ModificationUnanime).ValueGeneratedNever();
        r.Property(x => x.SortieDuCoordonnateur).HasDefaultValue(defaut.SortieDuCoordonnateur).ValueGeneratedNever();
        r.Property(x => x.PublicationRequise).HasDefaultValue(defaut.PublicationRequise).ValueGeneratedNever();
        r.Property(x => x.MoisDuBilan).HasDefaultValue(defaut.MoisDuBilan).ValueGeneratedNever();
        r.Property(x => x.JourDuBilan).HasDefaultValue(defaut.JourDuBilan).ValueGeneratedNever();
    }
}

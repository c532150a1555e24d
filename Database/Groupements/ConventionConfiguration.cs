using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Groupements;

internal sealed class ConventionConfiguration : IEntityTypeConfiguration<ConventionConstitutive>
{
    public void Configure(EntityTypeBuilder<ConventionConstitutive> builder)
    {
        builder.ToTable("ConventionsConstitutives");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ObjetDesMarches).HasMaxLength(ConventionConstitutive.LongueurDUnTexte);
        builder.Property(c => c.DispositionsFinancieres).HasMaxLength(ConventionConstitutive.LongueurDUnTexte);
        builder.Property(c => c.Tribunal).HasMaxLength(ConventionConstitutive.LongueurDUnNom);
        builder.Ignore(c => c.Termes);
        builder.ComplexProperty(c => c.Integration, i => i.Ignore(x => x.Niveau));
        builder.HasIndex(c => c.Groupement).IsUnique();
        builder.HasOne<Groupement>().WithMany().HasForeignKey(c => c.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            c => c.Parties,
            p =>
            {
                p.ToTable("ConventionsParties");
                p.WithOwner().HasForeignKey("ConventionId");
                p.HasKey(x => x.Id);
                p.Property(x => x.Id).ValueGeneratedNever();
                p.Property(x => x.Representant).HasMaxLength(ConventionConstitutive.LongueurDUnNom);
                p.Property(x => x.Qualite).HasMaxLength(ConventionConstitutive.LongueurDUnNom);
                p.HasIndex(x => x.Collectivite);
                p.OwnsOne(
                    x => x.Deliberation,
                    d =>
                    {
                        d.Property(x => x.Numero).HasMaxLength(ActeDeliberatif.LongueurDuNumero);
                        d.Ignore(x => x.ExecutoireLe);
                        d.Ignore(x => x.EnClairDates);
                    }
                );
                p.Navigation(x => x.Deliberation).IsRequired();
            }
        );
        builder.OwnsMany(
            c => c.Taches,
            t =>
            {
                t.ToTable("ConventionsTaches");
                t.WithOwner().HasForeignKey("ConventionId");
                t.HasKey("ConventionId", nameof(TacheDeConvention.Numero));
                t.Property(x => x.Numero).ValueGeneratedNever();
                t.Property(x => x.Libelle).HasMaxLength(TacheDeConvention.LongueurDuLibelle);
            }
        );
        builder.OwnsMany(
            c => c.Documents,
            d =>
            {
                d.ToTable("ConventionsDocuments");
                d.WithOwner().HasForeignKey("ConventionId");
                d.HasKey(x => x.Id);
                d.Property(x => x.Id).ValueGeneratedNever();
                d.Property(x => x.Libelle).HasMaxLength(ConventionConstitutive.LongueurDUnNom);
            }
        );
        builder.OwnsMany(
            c => c.Comite,
            m =>
            {
                m.ToTable("ConventionsComite");
                m.WithOwner().HasForeignKey("ConventionId");
                m.HasKey(x => x.Id);
                m.Property(x => x.Id).ValueGeneratedNever();
                m.Property(x => x.Nom).HasMaxLength(ConventionConstitutive.LongueurDUnNom);
                m.Property(x => x.Courriel).HasMaxLength(254);
                m.Property(x => x.DesignePar).HasMaxLength(ConventionConstitutive.LongueurDUnNom);
            }
        );
    }
}

internal static class ColonnesDeDeliberation
{
    /// <summary>Les colonnes d'une délibération, dans la table de la racine qui la porte.</summary>
    public static void Configurer(ComplexPropertyBuilder<ActeDeliberatif> acte)
    {
        acte.Property(x => x.Numero).HasMaxLength(ActeDeliberatif.LongueurDuNumero);
        acte.Ignore(x => x.ExecutoireLe);
        acte.Ignore(x => x.EnClairDates);
    }

    /// <summary>Les deux clés étrangères de tout ce qui concerne un membre d'un groupement.</summary>
    public static void LierAuMembre<T>(
        this EntityTypeBuilder<T> builder,
        System.Linq.Expressions.Expression<Func<T, object?>> groupement,
        System.Linq.Expressions.Expression<Func<T, object?>> collectivite
    )
        where T : class
    {
        builder.HasOne<Groupement>().WithMany().HasForeignKey(groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(collectivite).OnDelete(DeleteBehavior.Restrict);
    }
}

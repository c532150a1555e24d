using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Collectivites.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Collectivites;

internal sealed class CollectiviteConfiguration : IEntityTypeConfiguration<Collectivite>
{
    public void Configure(EntityTypeBuilder<Collectivite> builder)
    {
        builder.ToTable("Collectivites");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Nom).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
        builder.Property(c => c.NomCourt).HasMaxLength(IdentiteDeCollectivite.LongueurDuNomCourt);
        builder.Property(c => c.CleDeTri).HasMaxLength(400);
        builder.Property(c => c.CleDeRecherche).HasMaxLength(1500);
        builder.Property(c => c.CategorieJuridique).HasMaxLength(4);
        builder.Property(c => c.Siren).HasConversion<SirenEnTexte>().HasMaxLength(Siren.Longueur);
        builder.Property(c => c.Siret).HasConversion<SiretEnTexte>().HasMaxLength(Siret.Longueur);
        builder.Property(c => c.CodeInsee).HasConversion<CodeInseeEnTexte>().HasMaxLength(5);
        builder.Property(c => c.Departement).HasMaxLength(3);
        builder.Property(c => c.Courriel).HasMaxLength(CourrielPlausible.LongueurMax);
        builder.Property(c => c.Telephone).HasMaxLength(TelephonePlausible.LongueurMax);
        builder.Property(c => c.Comptable).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
        builder.Property(c => c.Notes).HasMaxLength(IdentiteDeCollectivite.LongueurDesNotes);
        builder.ComplexProperty(c => c.Siege, Adresse);
        builder.ComplexProperty(c => c.Postale, Adresse);
        builder.ComplexProperty(
            c => c.Chorus,
            c =>
            {
                c.Property(x => x.CodeDuService).HasMaxLength(ParametresChorus.LongueurDuCode);
                c.Property(x => x.NomDuService).HasMaxLength(ParametresChorus.LongueurDuNom);
            }
        );
        builder.Property(c => c.UtiliseLAccesDeSaCommune).HasDefaultValue(true).ValueGeneratedNever();
        builder.ComplexProperty(c => c.Grammaire, Grammaire);
        builder
            .Ignore(c => c.Regime)
            .Ignore(c => c.Identite)
            .Ignore(c => c.AdresseDuCourrier)
            .Ignore(c => c.PartageLAccesDeSaCommune);
        builder.HasIndex(c => c.Siret).IsUnique();
        builder.HasIndex(c => c.Siren);
        builder.HasIndex(c => c.CleDeTri);
        builder.HasIndex(c => c.Parent);
        ConfigurerAnnees(builder);
        ConfigurerContacts(builder);
    }

    private static void ConfigurerAnnees(EntityTypeBuilder<Collectivite> builder)
    {
        builder.OwnsMany(
            c => c.Effectifs,
            effectif =>
            {
                effectif.ToTable("CollectivitesEffectifs");
                effectif.WithOwner().HasForeignKey("CollectiviteId");
                effectif.HasKey("CollectiviteId", nameof(Effectif.Annee));
                effectif.Property(e => e.Annee).ValueGeneratedNever();
                effectif.Property(e => e.Definition).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
                effectif.Property(e => e.Source).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
            }
        );
        builder.OwnsMany(
            c => c.Populations,
            population =>
            {
                population.ToTable("CollectivitesPopulations");
                population.WithOwner().HasForeignKey("CollectiviteId");
                population.HasKey("CollectiviteId", nameof(Population.Annee));
                population.Property(p => p.Annee).ValueGeneratedNever();
                population.Property(p => p.Source).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
            }
        );
        builder.OwnsMany(
            c => c.Affiliations,
            affiliation =>
            {
                affiliation.ToTable("CollectivitesAffiliations");
                affiliation.WithOwner().HasForeignKey("CollectiviteId");
                affiliation.HasKey("CollectiviteId", nameof(Affiliation.Debut));
            }
        );
        builder.Navigation(c => c.Effectifs).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(c => c.Populations).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(c => c.Affiliations).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void ConfigurerContacts(EntityTypeBuilder<Collectivite> builder)
    {
        builder.OwnsMany(
            c => c.Contacts,
            contact =>
            {
                contact.ToTable("CollectivitesContacts");
                contact.WithOwner().HasForeignKey("CollectiviteId");
                contact.HasKey("CollectiviteId", nameof(Contact.Id));
                contact.Property(c => c.Id).ValueGeneratedNever();
                contact.Property(c => c.Nom).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
                contact.Property(c => c.Prenom).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
                contact.Property(c => c.Courriel).HasMaxLength(CourrielPlausible.LongueurMax);
                contact.Property(c => c.Telephone).HasMaxLength(TelephonePlausible.LongueurMax);
                contact.OwnsMany(
                    c => c.Mandats,
                    mandat =>
                    {
                        mandat.ToTable("CollectivitesMandats");
                        mandat.WithOwner().HasForeignKey("CollectiviteId", "ContactId");
                        mandat.HasKey("CollectiviteId", "ContactId", nameof(Mandat.Id));
                        mandat.Property(m => m.Id).ValueGeneratedNever();
                        mandat.Property(m => m.Qualite).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
                        mandat.Property(m => m.Deliberation).HasMaxLength(IdentiteDeCollectivite.LongueurDuNom);
                    }
                );
                contact.Navigation(c => c.Mandats).UsePropertyAccessMode(PropertyAccessMode.Field);
            }
        );
        builder.Navigation(c => c.Contacts).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Adresse(ComplexPropertyBuilder<Adresse> adresse)
    {
        adresse.Property(a => a.Ligne1).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
        adresse.Property(a => a.Ligne2).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
        adresse.Property(a => a.CodePostal).HasMaxLength(5);
        adresse.Property(a => a.Ville).HasMaxLength(IdentiteDeCollectivite.LongueurDesLignes);
    }

    private static void Grammaire(ComplexPropertyBuilder<GrammaireDuNom> grammaire)
    {
        grammaire.Property(g => g.NomAvecDe).HasMaxLength(GrammaireDuNom.LongueurMax);
        grammaire.Property(g => g.Designation).HasMaxLength(GrammaireDuNom.LongueurMax);
        grammaire.Property(g => g.DesignationAvecDe).HasMaxLength(GrammaireDuNom.LongueurMax);
        grammaire.Property(g => g.DesignationAvecA).HasMaxLength(GrammaireDuNom.LongueurMax);
    }
}

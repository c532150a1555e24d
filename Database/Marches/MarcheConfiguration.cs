using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Marches;

internal sealed class MarcheConfiguration : IEntityTypeConfiguration<Marche>
{
    public void Configure(EntityTypeBuilder<Marche> builder)
    {
        builder.ToTable("Marches");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Reference).HasMaxLength(20);
        builder.Property(m => m.Procedure).HasColumnName("ProcedureId");
        builder.Property(m => m.Objet).HasMaxLength(Marche.LongueurDeLObjet);
        builder.Property(m => m.CleDeTri).HasMaxLength(Marche.LongueurDeLObjet);
        builder.Property(m => m.Cpv).HasMaxLength(10);
        builder.Property(m => m.MotifDeLaResiliation).HasMaxLength(Avenant.LongueurDuTexte);
        builder.Property(m => m.DonneesEssentielles).HasMaxLength(4000);
        builder.HasIndex(m => m.Reference).IsUnique();
        builder.HasIndex(m => new { m.Procedure, m.Lot }).IsUnique();
        builder.HasIndex(m => new { m.Etat, m.Fin });
        builder.HasIndex(m => m.Groupement);
        builder.HasOne<Groupement>().WithMany().HasForeignKey(m => m.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(m => m.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(m => m.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(m => m.Suppleant).OnDelete(DeleteBehavior.Restrict);
        foreach (
            var calcule in new[]
            {
                nameof(Marche.Montant),
                nameof(Marche.Maximum),
                nameof(Marche.Minimum),
                nameof(Marche.Consomme),
                nameof(Marche.MontantActuel),
            }
        )
        {
            builder.Ignore(calcule);
        }

        builder.OwnsMany(
            m => m.Titulaires,
            t =>
            {
                Enfant(t, "MarchesTitulaires", nameof(Titulaire.Numero));
                t.Property(x => x.Nom).HasMaxLength(300);
                t.Property(x => x.Siret).HasMaxLength(20);
            }
        );
        builder.OwnsMany(
            m => m.Reconductions,
            r =>
            {
                Enfant(r, "MarchesReconductions", nameof(Reconduction.Numero));
                r.Property(x => x.Motif).HasMaxLength(Avenant.LongueurDuTexte);
            }
        );
        builder.OwnsMany(
            m => m.Avenants,
            a =>
            {
                Enfant(a, "MarchesAvenants", nameof(Avenant.Numero));
                a.Property(x => x.Objet).HasMaxLength(500);
                a.Property(x => x.Justification).HasMaxLength(Avenant.LongueurDuTexte);
                a.Property(x => x.NouveauTitulaire).HasMaxLength(300);
                a.Property(x => x.SiretDuNouveauTitulaire).HasMaxLength(20);
                a.Ignore(x => x.Montant);
            }
        );
        builder.OwnsMany(
            m => m.SousTraitants,
            s =>
            {
                Enfant(s, "MarchesSousTraitants", nameof(SousTraitant.Numero));
                s.Property(x => x.Nom).HasMaxLength(300);
                s.Property(x => x.Siret).HasMaxLength(20);
                s.Property(x => x.Prestations).HasMaxLength(500);
                s.Property(x => x.Motif).HasMaxLength(Avenant.LongueurDuTexte);
            }
        );
        builder.OwnsMany(
            m => m.Attestations,
            a =>
            {
                Enfant(a, "MarchesAttestations", nameof(AttestationDuTitulaire.Numero));
                a.Property(x => x.Nature).HasMaxLength(200);
            }
        );
        builder.OwnsMany(
            m => m.Revisions,
            r =>
            {
                Enfant(r, "MarchesRevisions", nameof(RevisionDePrix.Numero));
                r.Property(x => x.Indice).HasMaxLength(200);
            }
        );
    }

    private static void Enfant<T>(OwnedNavigationBuilder<Marche, T> enfant, string table, string cle)
        where T : class
    {
        enfant.ToTable(table);
        enfant.WithOwner().HasForeignKey("MarcheId");
        enfant.HasKey("MarcheId", cle);
        enfant.Property(cle).ValueGeneratedNever();
    }
}

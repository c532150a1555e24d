using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Procedures;

internal sealed class ProcedureConfiguration : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> builder)
    {
        builder.ToTable("Procedures");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reference).HasConversion(r => r.ToString(), t => ReferenceDeProcedure.Lire(t)).HasMaxLength(20);
        builder.Property(p => p.Objet).HasMaxLength(Procedure.LongueurDeLObjet);
        builder.Property(p => p.CleDeTri).HasMaxLength(Procedure.LongueurDeLObjet);
        builder.HasIndex(p => p.Reference).IsUnique();
        builder.HasIndex(p => new { p.Groupement, p.LanceeLe });
        builder.HasOne<Groupement>().WithMany().HasForeignKey(p => p.Groupement).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(p => p.Responsable).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Utilisateur>().WithMany().HasForeignKey(p => p.Suppleant).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            p => p.Lots,
            l =>
            {
                l.ToTable("ProceduresLots");
                l.WithOwner().HasForeignKey("ProcedureId");
                l.HasKey("ProcedureId", nameof(LotDeProcedure.Numero));
                l.Property(x => x.Numero).ValueGeneratedNever();
                l.Property(x => x.Intitule).HasMaxLength(LotDeProcedure.LongueurDeLIntitule);
                l.HasIndex(x => x.Prestation);
            }
        );
    }
}

internal sealed class MembreFigeConfiguration : IEntityTypeConfiguration<MembreFige>
{
    public void Configure(EntityTypeBuilder<MembreFige> builder)
    {
        builder.ToTable("ProceduresMembres");
        builder.HasKey(m => new
        {
            m.Procedure,
            m.Lot,
            m.Collectivite,
        });
        builder.Property(m => m.Procedure).HasColumnName("ProcedureId");
        builder.Property(m => m.Lot).ValueGeneratedNever();
        builder.Property(m => m.Nom).HasMaxLength(300);
        builder.Property(m => m.CleDeTri).HasMaxLength(400);
        builder.Property(m => m.Siret).HasMaxLength(14);
        builder.HasIndex(m => m.Collectivite);
        builder.HasOne<Procedure>().WithMany().HasForeignKey(m => m.Procedure).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Collectivite>().WithMany().HasForeignKey(m => m.Collectivite).OnDelete(DeleteBehavior.Restrict);
        foreach (var propriete in builder.Metadata.GetProperties().Where(p => !p.IsPrimaryKey()))
        {
            propriete.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
        }
    }
}

using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Groupement> Groupements => Set<Groupement>();

    public DbSet<Adhesion> Adhesions => Set<Adhesion>();

    public DbSet<ConventionConstitutive> ConventionsConstitutives => Set<ConventionConstitutive>();

    public DbSet<DossierDAdhesion> DossiersDAdhesion => Set<DossierDAdhesion>();

    public DbSet<FenetreDAdhesion> FenetresDAdhesion => Set<FenetreDAdhesion>();

    public DbSet<AvenantDeConvention> AvenantsDeConvention => Set<AvenantDeConvention>();

    public DbSet<ApprobationDAvenant> ApprobationsDAvenant => Set<ApprobationDAvenant>();

    public DbSet<DossierDeRetrait> DossiersDeRetrait => Set<DossierDeRetrait>();

    public DbSet<Dissolution> Dissolutions => Set<Dissolution>();

    public DbSet<ReunionDeComite> ReunionsDeComite => Set<ReunionDeComite>();

    public DbSet<Litige> Litiges => Set<Litige>();

    public DbSet<PreuveDInformation> PreuvesDInformation => Set<PreuveDInformation>();
}

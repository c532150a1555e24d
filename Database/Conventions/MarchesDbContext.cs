using CdgMarches.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<ConventionDAcces> ConventionsDAcces => Set<ConventionDAcces>();

    public DbSet<DeliberationDuCdg> DeliberationsDuCdg => Set<DeliberationDuCdg>();

    public DbSet<ContratDAssurance> ContratsDAssurance => Set<ContratDAssurance>();

    public DbSet<CompteDePlateforme> ComptesDePlateforme => Set<CompteDePlateforme>();

    public DbSet<ImportDeConventions> ImportsDeConventions => Set<ImportDeConventions>();

    public DbSet<LitigeDAcces> LitigesDAcces => Set<LitigeDAcces>();

    public DbSet<DemandeDAssistance> DemandesDAssistance => Set<DemandeDAssistance>();
}

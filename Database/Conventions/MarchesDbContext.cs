using CdgMarches.Domain.Conventions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<ConventionDAcces> ConventionsDAcces => Set<ConventionDAcces>();
}

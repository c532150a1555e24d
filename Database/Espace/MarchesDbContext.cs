using CdgMarches.Domain.Espace;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Proposition> Propositions => Set<Proposition>();
}

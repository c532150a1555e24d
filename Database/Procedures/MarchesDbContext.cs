using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Procedure> Procedures => Set<Procedure>();

    public DbSet<MembreFige> MembresFiges => Set<MembreFige>();
}

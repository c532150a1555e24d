using CdgMarches.Domain.Commissions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Commission> Commissions => Set<Commission>();

    public DbSet<Seance> Seances => Set<Seance>();

    public DbSet<Convocation> Convocations => Set<Convocation>();

    public DbSet<Presence> Presences => Set<Presence>();
}

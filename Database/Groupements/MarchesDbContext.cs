using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Groupement> Groupements => Set<Groupement>();

    public DbSet<Adhesion> Adhesions => Set<Adhesion>();
}

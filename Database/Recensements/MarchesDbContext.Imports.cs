using CdgMarches.Database.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<ImportDeRecensement> ImportsDeRecensement => Set<ImportDeRecensement>();
}

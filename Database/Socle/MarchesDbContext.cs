using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Bail> Baux => Set<Bail>();

    public DbSet<EnvoiDeCourriel> EnvoisDeCourriel => Set<EnvoiDeCourriel>();
}

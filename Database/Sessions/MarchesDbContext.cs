using CdgMarches.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<SessionDePresentation> SessionsDePresentation => Set<SessionDePresentation>();

    public DbSet<Inscription> Inscriptions => Set<Inscription>();
}

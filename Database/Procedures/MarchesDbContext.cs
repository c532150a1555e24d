using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Procedure> Procedures => Set<Procedure>();

    public DbSet<MembreFige> MembresFiges => Set<MembreFige>();

    public DbSet<ExclusionDeMembre> ExclusionsDeMembre => Set<ExclusionDeMembre>();

    public DbSet<AvisSurLaNote> AvisSurLaNote => Set<AvisSurLaNote>();

    public DbSet<Registre> Registres => Set<Registre>();

    public DbSet<AnalyseDeLot> Analyses => Set<AnalyseDeLot>();
}

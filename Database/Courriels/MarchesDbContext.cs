using CdgMarches.Database.Courriels;
using CdgMarches.Domain.Courriels;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

/// <content>Les courriers, les transmissions et ce qui règle les courriels.</content>
public abstract partial class MarchesDbContext
{
    public DbSet<Courrier> Courriers => Set<Courrier>();

    public DbSet<Transmission> Transmissions => Set<Transmission>();

    public DbSet<MembreInforme> MembresInformes => Set<MembreInforme>();

    public DbSet<Relance> Relances => Set<Relance>();

    public DbSet<ModeleDeCourriel> ModelesDeCourriel => Set<ModeleDeCourriel>();

    public DbSet<RefusDeCourriel> RefusDeCourriels => Set<RefusDeCourriel>();
}

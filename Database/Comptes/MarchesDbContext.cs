using CdgMarches.Database.Comptes;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Comptes;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Rattachement> Rattachements => Set<Rattachement>();

    public DbSet<LimiteDePerimetre> LimitesDePerimetre => Set<LimiteDePerimetre>();

    public DbSet<DemandeDeCompte> DemandesDeCompte => Set<DemandeDeCompte>();

    public DbSet<LienDeCompte> LiensDeCompte => Set<LienDeCompte>();

    public DbSet<CleDeProtection> ClesDeProtection => Set<CleDeProtection>();
}

using CdgMarches.Domain.Marches;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Marche> Marches => Set<Marche>();

    public DbSet<Commande> Commandes => Set<Commande>();

    public DbSet<InformationDeMembre> InformationsDeMembre => Set<InformationDeMembre>();

    public DbSet<BilanDeMembre> BilansDeMembre => Set<BilanDeMembre>();

    public DbSet<VersionDeBpu> VersionsDeBpu => Set<VersionDeBpu>();

    public DbSet<PrixDuBpu> PrixDuBpu => Set<PrixDuBpu>();

    public DbSet<Incident> Incidents => Set<Incident>();
}

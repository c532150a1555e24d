using CdgMarches.Database.Parametres;
using CdgMarches.Database.Reference;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Bail> Baux => Set<Bail>();

    public DbSet<EnvoiDeCourriel> EnvoisDeCourriel => Set<EnvoiDeCourriel>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<ExecutionDeTache> ExecutionsDeTache => Set<ExecutionDeTache>();

    public DbSet<PieceDeCourriel> PiecesDeCourriel => Set<PieceDeCourriel>();

    public DbSet<PieceStockee> Pieces => Set<PieceStockee>();

    public DbSet<Travail> Travaux => Set<Travail>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<LienPersonnel> LiensPersonnels => Set<LienPersonnel>();

    public DbSet<Brouillon> Brouillons => Set<Brouillon>();

    public DbSet<VueDeListe> VuesDeListe => Set<VueDeListe>();

    public DbSet<ValeurDatee> ValeursDatees => Set<ValeurDatee>();

    public DbSet<ReglageGeneral> ReglagesGeneraux => Set<ReglageGeneral>();

    public DbSet<ReferenceChargee> ReferencesChargees => Set<ReferenceChargee>();
}

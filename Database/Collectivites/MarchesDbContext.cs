using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Collectivite> Collectivites => Set<Collectivite>();

    /// <summary>Le catalogue national des communes et des EPCI, en lecture seule.</summary>
    public DbSet<CollectiviteDeReference> CatalogueNational => Set<CollectiviteDeReference>();

    public DbSet<ImportDeCollectivites> ImportsDeCollectivites => Set<ImportDeCollectivites>();

    public DbSet<LigneImportee> LignesImportees => Set<LigneImportee>();

    public DbSet<FichierDesRefus> FichiersDesRefus => Set<FichierDesRefus>();
}

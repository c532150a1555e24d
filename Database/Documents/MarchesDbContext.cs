using CdgMarches.Database.Documents;
using CdgMarches.Domain.Documents;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Modele> Modeles => Set<Modele>();

    public DbSet<ModeleParDefaut> ModelesParDefaut => Set<ModeleParDefaut>();

    public DbSet<DocumentProduit> DocumentsProduits => Set<DocumentProduit>();

    public DbSet<DossierDeConvention> DossiersDeConvention => Set<DossierDeConvention>();

    public DbSet<SerieDeDocuments> SeriesDeDocuments => Set<SerieDeDocuments>();
}

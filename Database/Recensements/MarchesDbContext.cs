using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Campagne> Campagnes => Set<Campagne>();

    public DbSet<LigneDeCatalogue> LignesDeCatalogue => Set<LigneDeCatalogue>();

    public DbSet<Reponse> Reponses => Set<Reponse>();

    public DbSet<LigneDeReponse> LignesDeReponse => Set<LigneDeReponse>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<Consolidation> Consolidations => Set<Consolidation>();

    public DbSet<LigneDeCatalogueGelee> LignesDeCatalogueGelees => Set<LigneDeCatalogueGelee>();

    public DbSet<ReponseGelee> ReponsesGelees => Set<ReponseGelee>();

    public DbSet<LigneGelee> LignesGelees => Set<LigneGelee>();
}

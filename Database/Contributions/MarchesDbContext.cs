using CdgMarches.Domain.Contributions;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Database;

public abstract partial class MarchesDbContext
{
    public DbSet<Grille> Grilles => Set<Grille>();

    public DbSet<ApplicationDeGrille> ApplicationsDeGrille => Set<ApplicationDeGrille>();

    public DbSet<RegimeFinancier> RegimesFinanciers => Set<RegimeFinancier>();

    public DbSet<ConsultationsDeclarees> ConsultationsDeclarees => Set<ConsultationsDeclarees>();

    public DbSet<ComptableAssignataire> ComptablesAssignataires => Set<ComptableAssignataire>();

    public DbSet<CampagneDAppel> CampagnesDAppel => Set<CampagneDAppel>();

    public DbSet<AppelDeContribution> Appels => Set<AppelDeContribution>();

    public DbSet<Refacturation> Refacturations => Set<Refacturation>();

    public DbSet<ProfilDExport> ProfilsDExport => Set<ProfilDExport>();

    public DbSet<CodeTiers> CodesTiers => Set<CodeTiers>();

    public DbSet<ExportDeFinances> ExportsDeFinances => Set<ExportDeFinances>();

    public DbSet<TitreRemis> TitresRemis => Set<TitreRemis>();

    public DbSet<ExerciceDAppel> ExercicesDAppel => Set<ExerciceDAppel>();

    /// <summary>Réserve d'un coup une suite de numéros sans trou. À appeler dans <see cref="EnTransactionAsync{T}"/>.</summary>
    /// <param name="serie">Le nom de la série, année comprise.</param>
    /// <param name="combien">Combien de numéros ; zéro verrouille la série sans en prendre.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Le dernier numéro pris avant ceux-ci : ils vont de celui-là plus un à celui-là plus <paramref name="combien"/>.</returns>
    /// <exception cref="InvalidOperationException">Aucune transaction n'est ouverte : des numéros pourraient se perdre.</exception>
    public async Task<int> NumeroterEnSerieAsync(string serie, int combien, CancellationToken annulation = default)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Un numéro sans trou se prend dans la transaction de ce qu'il numérote.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(combien);
        if (!await AvancerDeAsync(serie, combien, annulation))
        {
            await CreerCompteurAsync(serie, annulation);
            await AvancerDeAsync(serie, combien, annulation);
        }

        return await Compteurs.Where(c => c.Serie == serie).Select(c => c.Dernier).SingleAsync(annulation) - combien;
    }

    private async Task<bool> AvancerDeAsync(string serie, int combien, CancellationToken annulation) =>
        await Compteurs
            .Where(c => c.Serie == serie)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Dernier, x => x.Dernier + combien), annulation) > 0;
}

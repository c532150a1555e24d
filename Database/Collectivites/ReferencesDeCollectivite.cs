using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CdgMarches.Database.Collectivites;

/// <summary>
/// Toutes les colonnes du modèle qui désignent une collectivité, trouvées dans le modèle lui-même : une table ajoutée demain
/// est repointée et comptée sans qu'on l'annonce.
/// </summary>
public static class ReferencesDeCollectivite
{
    /// <summary>Repointe tout ce qui désignait le doublon.</summary>
    /// <param name="contexte">Le contexte, dans une transaction.</param>
    /// <param name="doublon">La fiche qui disparaît.</param>
    /// <param name="gardee">La fiche qui reste.</param>
    /// <param name="particulieres">Les tables qui se traitent elles-mêmes.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <returns>Le nombre de lignes repointées, par table.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> RepointerAsync(
        MarchesDbContext contexte,
        CollectiviteId doublon,
        CollectiviteId gardee,
        IEnumerable<IReferenceDeCollectivite> particulieres,
        CancellationToken annulation
    )
    {
        var traitees = particulieres.ToDictionary(r => r.Entite);
        var comptes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var reference in traitees.Values)
        {
            comptes[reference.Entite.Name] = await reference.RepointerAsync(contexte, doublon, gardee, annulation);
        }

        foreach (var colonne in Colonnes(contexte).Where(c => !traitees.ContainsKey(c.Entite.ClrType)))
        {
            await MarquerLesRacinesAsync(contexte, colonne, doublon, annulation);
            var modifiees = await ExecuterAsync(
                contexte,
                colonne.Repointer(contexte),
                [gardee.Valeur, doublon.Valeur],
                annulation
            );
            if (modifiees > 0)
            {
                comptes[colonne.Table] = comptes.GetValueOrDefault(colonne.Table) + modifiees;
            }
        }

        return comptes;
    }

    /// <summary>Vrai si quelque chose, ailleurs que dans sa fiche, désigne cette collectivité.</summary>
    public static async Task<bool> EstReferenceeAsync(MarchesDbContext contexte, CollectiviteId id, CancellationToken annulation)
    {
        foreach (var colonne in Colonnes(contexte))
        {
            var sql = colonne.Compter(contexte);
            var lignes = await contexte.Database.SqlQueryRaw<int>(sql, id.Valeur).ToListAsync(annulation);
            if (lignes[0] > 0)
            {
                return true;
            }
        }

        return false;
    }

    internal static IReadOnlyList<ColonneDeReference> Colonnes(MarchesDbContext contexte) =>
        [
            .. from type in contexte.Model.GetEntityTypes()
            let table = type.GetTableName()
            where table is not null && !EstDeLaFiche(type)
            from propriete in type.GetProperties()
            where (Nullable.GetUnderlyingType(propriete.ClrType) ?? propriete.ClrType) == typeof(CollectiviteId)
            where !(type.ClrType == typeof(Collectivite) && propriete.IsPrimaryKey())
            let colonne = propriete.GetColumnName(StoreObjectIdentifier.Table(table, type.GetSchema()))
            where colonne is not null
            select new ColonneDeReference(type, table, colonne),
        ];

    /// <summary>Les tables possédées par la fiche portent sa clé : elles suivent la fiche, elles ne la désignent pas.</summary>
    private static bool EstDeLaFiche(IReadOnlyEntityType type) =>
        type.FindOwnership()?.PrincipalEntityType is { } proprietaire
        && (proprietaire.ClrType == typeof(Collectivite) || EstDeLaFiche(proprietaire));

    /// <summary>Ce qui change sous une racine change sa version : la page ouverte d'un autre agent le verra.</summary>
    private static async Task MarquerLesRacinesAsync(
        MarchesDbContext contexte,
        ColonneDeReference colonne,
        CollectiviteId doublon,
        CancellationToken annulation
    )
    {
        if (colonne.MarquerLaRacine(contexte) is { } sql)
        {
            await ExecuterAsync(contexte, sql, [doublon.Valeur], annulation);
        }
    }

    private static Task<int> ExecuterAsync(
        MarchesDbContext contexte,
        string sql,
        object[] valeurs,
        CancellationToken annulation
    ) => contexte.Database.ExecuteSqlRawAsync(sql, valeurs, annulation);
}

/// <summary>Une colonne d'une table qui désigne une collectivité.</summary>
/// <remarks>Les noms viennent du modèle, jamais d'une saisie ; les valeurs sont des paramètres.</remarks>
internal sealed record ColonneDeReference(IEntityType Entite, string Table, string Colonne)
{
    public string Repointer(MarchesDbContext contexte) =>
        $"UPDATE {Citer(contexte, Table)} SET {Citer(contexte, Colonne)} = {{0}} WHERE {Citer(contexte, Colonne)} = {{1}}";

    public string Compter(MarchesDbContext contexte) =>
        $"SELECT COUNT(*) AS {Citer(contexte, "Value")} FROM {Citer(contexte, Table)} WHERE {Citer(contexte, Colonne)} = {{0}}";

    public string? MarquerLaRacine(MarchesDbContext contexte)
    {
        if (Entite.ClrType.IsAssignableTo(typeof(Agregat)))
        {
            return $"UPDATE {Citer(contexte, Table)} SET {Version(contexte)} = {Version(contexte)} + 1 WHERE {Citer(contexte, Colonne)} = {{0}}";
        }

        if (
            Entite.FindOwnership() is not { Properties: [var etrangere], PrincipalKey.Properties: [var cle] } possession
            || !possession.PrincipalEntityType.ClrType.IsAssignableTo(typeof(Agregat))
            || possession.PrincipalEntityType.GetTableName() is not { } racine
        )
        {
            return null;
        }

        var enfants =
            $"SELECT {Citer(contexte, etrangere.GetColumnName())} FROM {Citer(contexte, Table)} WHERE {Citer(contexte, Colonne)} = {{0}}";
        return $"UPDATE {Citer(contexte, racine)} SET {Version(contexte)} = {Version(contexte)} + 1 WHERE {Citer(contexte, cle.GetColumnName())} IN ({enfants})";
    }

    private static string Version(MarchesDbContext contexte) => Citer(contexte, nameof(Agregat.Version));

    private static string Citer(MarchesDbContext contexte, string nom) =>
        contexte.GetService<ISqlGenerationHelper>().DelimitIdentifier(nom);
}

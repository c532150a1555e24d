using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CdgMarches.Tests.Outils.SqlServer;

/// <summary>Limits that only the SQL Server engine enforces, read off the model.</summary>
internal static class LimitesSqlServer
{
    public static IReadOnlyList<string> Cles(IModel modele)
    {
        var problemes = new List<string>();
        foreach (var table in modele.GetRelationalModel().Tables)
        {
            var cles = table
                .Indexes.Select(i => (i.Name, i.Columns, Limite: 1700))
                .Concat(
                    table.UniqueConstraints.Select(u =>
                        (u.Name, (IReadOnlyList<IColumn>)u.Columns, Limite: u == table.PrimaryKey ? 900 : 1700)
                    )
                );
            foreach (var (nom, colonnes, limite) in cles)
            {
                var tailles = colonnes.Select(c => (c, Octets(c.StoreType))).ToList();
                problemes.AddRange(
                    tailles
                        .Where(t => t.Item2 is null)
                        .Select(t =>
                            $"{table.Name}.{nom} : {t.c.Name} {t.c.StoreType} ne peut être une clé d'index (erreur 1919)"
                        )
                );
                if (tailles.Sum(t => t.Item2 ?? 0) is var somme && somme > limite)
                {
                    problemes.Add($"{table.Name}.{nom} : clé de {somme} octets, limite {limite} (erreur 1946)");
                }
            }

            problemes.AddRange(
                table
                    .Columns.Select(c => c.Name)
                    .Concat(table.Indexes.Select(i => i.Name))
                    .Concat(table.ForeignKeyConstraints.Select(f => f.Name))
                    .Append(table.Name)
                    .Where(n => n.Length > 128)
                    .Select(n => $"{n} : identificateur de plus de 128 caractères")
            );
        }

        return problemes;
    }

    /// <summary>SQL Server refuses (1785) two cascading routes from one delete to one table, and cycles.</summary>
    public static IReadOnlyList<string> Cascades(IModel modele)
    {
        var aretes = modele
            .GetEntityTypes()
            .SelectMany(e => e.GetForeignKeys())
            .Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .Select(f => (Parent: f.PrincipalEntityType.GetTableName()!, Enfant: f.DeclaringEntityType.GetTableName()!))
            .Where(a => a.Parent != a.Enfant)
            .Distinct()
            .ToLookup(a => a.Parent, a => a.Enfant);
        var problemes = new List<string>();
        foreach (var racine in aretes.Select(g => g.Key))
        {
            var vus = new HashSet<string>(StringComparer.Ordinal);
            Suivre(racine, [racine]);

            void Suivre(string table, IReadOnlyList<string> chemin)
            {
                foreach (var enfant in aretes[table])
                {
                    if (chemin.Contains(enfant))
                    {
                        problemes.Add($"cycle : {string.Join(" -> ", chemin)} -> {enfant}");
                    }
                    else if (!vus.Add(enfant))
                    {
                        problemes.Add($"deux chemins de {racine} à {enfant}, dont {string.Join(" -> ", chemin)}");
                    }
                    else
                    {
                        Suivre(enfant, [.. chemin, enfant]);
                    }
                }
            }
        }

        return problemes;
    }

    private static int? Octets(string type)
    {
        var parenthese = type.IndexOf('(', StringComparison.Ordinal);
        var nom = parenthese < 0 ? type : type[..parenthese];
        var taille = parenthese < 0 ? "" : type[(parenthese + 1)..type.IndexOfAny([',', ')'])];
        return nom switch
        {
            _ when taille is "max" || nom is "xml" or "json" => null,
            "nvarchar" or "nchar" => 2 * int.Parse(taille, CultureInfo.InvariantCulture),
            "varchar" or "char" or "varbinary" or "binary" => int.Parse(taille, CultureInfo.InvariantCulture),
            "uniqueidentifier" => 16,
            "int" or "real" => 4,
            "datetimeoffset" => 10,
            "date" => 3,
            "decimal" => 17,
            "bit" or "tinyint" => 1,
            "smallint" => 2,
            _ => 8,
        };
    }
}

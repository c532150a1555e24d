using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace CdgMarches.Tests.Outils.SqlServer;

/// <summary>What can be said of a T-SQL text without a server: the SQL Server 2019 grammar, and functions T-SQL has not got.</summary>
internal static class AnalyseTSql
{
    private static readonly HashSet<string> Connues = new(StringComparer.OrdinalIgnoreCase)
    {
        "LEN",
        "DATALENGTH",
        "LOWER",
        "UPPER",
        "LTRIM",
        "RTRIM",
        "TRIM",
        "SUBSTRING",
        "REPLACE",
        "CHARINDEX",
        "PATINDEX",
        "CONCAT",
        "CONCAT_WS",
        "STRING_AGG",
        "STUFF",
        "REPLICATE",
        "REVERSE",
        "ASCII",
        "CHAR",
        "NCHAR",
        "UNICODE",
        "QUOTENAME",
        "ABS",
        "CEILING",
        "FLOOR",
        "ROUND",
        "SIGN",
        "POWER",
        "SQRT",
        "SQUARE",
        "EXP",
        "LOG",
        "LOG10",
        "DATEADD",
        "DATEDIFF",
        "DATEDIFF_BIG",
        "DATEPART",
        "DATENAME",
        "DAY",
        "MONTH",
        "YEAR",
        "EOMONTH",
        "DATEFROMPARTS",
        "GETDATE",
        "GETUTCDATE",
        "SYSDATETIME",
        "SYSUTCDATETIME",
        "SYSDATETIMEOFFSET",
        "SWITCHOFFSET",
        "TODATETIMEOFFSET",
        "COUNT",
        "COUNT_BIG",
        "SUM",
        "AVG",
        "MIN",
        "MAX",
        "STDEV",
        "VAR",
        "GROUPING",
        "ROW_NUMBER",
        "RANK",
        "DENSE_RANK",
        "NTILE",
        "LAG",
        "LEAD",
        "FIRST_VALUE",
        "LAST_VALUE",
        "PERCENTILE_CONT",
        "ISNULL",
        "NEWID",
        "OBJECT_ID",
        "SCOPE_IDENTITY",
        "SERVERPROPERTY",
        "DB_ID",
        "DB_NAME",
        "SCHEMA_ID",
        "SCHEMA_NAME",
        "SUSER_ID",
        "DATABASE_PRINCIPAL_ID",
        "SUSER_ID",
        "DATABASE_PRINCIPAL_ID",
        "HASHBYTES",
        "CHECKSUM",
        "ISNUMERIC",
        "ISDATE",
        "ISJSON",
        "JSON_VALUE",
        "JSON_QUERY",
        "JSON_MODIFY",
    };

    public static IReadOnlyList<string> Problemes(string sql)
    {
        var arbre = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var erreurs);
        if (erreurs.Count > 0)
        {
            return [.. erreurs.Select(e => $"ligne {e.Line}, colonne {e.Column} : {e.Message}")];
        }

        var fonctions = new FonctionsAppelees();
        arbre.Accept(fonctions);
        return
        [
            .. fonctions.Noms.Where(n => !Connues.Contains(n)).Distinct().Select(n => $"la fonction {n} n'existe pas en T-SQL"),
        ];
    }

    private sealed class FonctionsAppelees : TSqlFragmentVisitor
    {
        public List<string> Noms { get; } = [];

        public override void Visit(FunctionCall node)
        {
            if (node.CallTarget is null)
            {
                Noms.Add(node.FunctionName.Value);
            }
        }
    }
}

using System;
using System.IO;
using System.Linq;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

/// <summary>sqlcheck FOLDER: binds every name of a set of T-SQL scripts against one SQL Server 2019 schema model.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var problems = 0;
        var added = 0;
        using (var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions { Collation = "French_CI_AI" }))
        {
            foreach (var file in Directory.GetFiles(args[0], "*.sql").OrderBy(f => f, StringComparer.Ordinal))
            {
                var text = File.ReadAllText(file);
                var tree = (TSqlScript)new TSql150Parser(true).Parse(new StringReader(text), out var errors);
                foreach (var error in errors)
                {
                    problems++;
                    Console.WriteLine($"{file}({error.Line},{error.Column}): syntax error {error.Number}: {error.Message}");
                }

                foreach (var statement in tree.Batches.SelectMany(b => b.Statements).Where(Describes))
                {
                    try
                    {
                        model.AddObjects(text.Substring(statement.StartOffset, statement.FragmentLength));
                        added++;
                    }
                    catch (DacModelException e)
                    {
                        problems++;
                        Console.WriteLine($"{file}({statement.StartLine}): {e.Message}");
                    }
                }
            }

            foreach (var message in model.Validate())
            {
                problems++;
                Console.WriteLine($"{message.MessageType} SQL{message.Number}: {message.Message}");
            }
        }

        Console.WriteLine($"sqlcheck: {added} objects, {problems} problems");
        return problems == 0 ? 0 : 1;
    }

    private static bool Describes(TSqlStatement s) =>
        s is CreateTableStatement
        || s is CreateIndexStatement
        || s is CreateViewStatement
        || s is CreateProcedureStatement
        || s is AlterTableAddTableElementStatement;
}

using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

// FromSqlQueryRootExpression and IAsyncQueryProvider are EF internals; only this test tool uses them, to root a query anew.
#pragma warning disable EF1001

namespace CdgMarches.Tests.Outils.SqlServer;

/// <summary>
/// Put on the SQLite context of the whole suite: every LINQ query that EF compiles there is compiled a second time by the
/// SQL Server provider, without a server. A query that SQL Server could not run fails the test that made it, at once.
/// </summary>
internal sealed class OmbreSqlServer : IQueryExpressionInterceptor
{
    /// <summary>One instance for the process: a new one would make EF build its internal services again.</summary>
    public static OmbreSqlServer Unique { get; } = new();

    private OmbreSqlServer() { }

    public EnregistreurSql Enregistreur { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        string? refus;
        try
        {
            refus = Traduire(queryExpression);
        }
        catch (Exception e)
        {
            refus = $"{e.GetType().Name}: {e.Message}";
        }

        return refus is null
            ? queryExpression
            : throw new InvalidOperationException(
                $"SQL Server ne pourrait pas exécuter cette requête : {refus}\n{queryExpression}"
            );
    }

    private string? Traduire(Expression requete)
    {
        var enregistreur = new EnregistreurSql();
        using var contexte = enregistreur.NouveauContexte();
        var fournisseur = ((IInfrastructure<IServiceProvider>)contexte).GetService<IAsyncQueryProvider>();
        var rebasee = new Rebaser(contexte).Visit(requete);
        var element = rebasee
            .Type.GetInterfaces()
            .Append(rebasee.Type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>))
            ?.GetGenericArguments()[0];
        try
        {
            var resultat = typeof(IQueryProvider)
                .GetMethod(nameof(IQueryProvider.Execute), 1, [typeof(Expression)])!
                .MakeGenericMethod(element is null ? rebasee.Type : typeof(IEnumerable<>).MakeGenericType(element))
                .Invoke(fournisseur, [rebasee]);
            if (resultat is System.Collections.IEnumerable suite and not string)
            {
                var curseur = suite.GetEnumerator();
                curseur.MoveNext();
                (curseur as IDisposable)?.Dispose();
            }
        }
        catch (Exception) when (!enregistreur.Textes.IsEmpty)
        {
            // The made-up row does not suit the query: the SQL text, which is all that is wanted, has been recorded.
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            return $"{e.InnerException.GetType().Name}: {e.InnerException.Message}";
        }

        foreach (var (texte, procedure) in enregistreur.Procedures)
        {
            Enregistreur.Procedures.TryAdd(texte, procedure);
            if (AnalyseTSql.Problemes(texte) is { Count: > 0 } problemes)
            {
                return string.Join(" ; ", problemes) + "\n" + texte;
            }
        }

        return null;
    }

    private sealed class Rebaser(DbContext contexte) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) =>
            node switch
            {
                FromSqlQueryRootExpression f => new FromSqlQueryRootExpression(
                    Fournisseur(),
                    contexte.Model.FindEntityType(f.EntityType.Name)!,
                    f.Sql,
                    Visit(f.Argument)
                ),
                EntityQueryRootExpression r => new EntityQueryRootExpression(
                    Fournisseur(),
                    contexte.Model.FindEntityType(r.EntityType.Name)!
                ),
                QueryParameterExpression p => Parametre(p),
                _ => base.VisitExtension(node),
            };

        // A member of a captured object: EF turns it into a parameter again.
        private static Expression Parametre(QueryParameterExpression p)
        {
            var boite = Activator.CreateInstance(typeof(Boite<>).MakeGenericType(p.Type), Exemple(p.Type))!;
            Expression champ = Expression.Field(Expression.Constant(boite), "Valeur");
            return p.TranslationMode switch
            {
                ParameterTranslationMode.Constant => Expression.Call(typeof(EF), nameof(EF.Constant), [p.Type], champ),
                ParameterTranslationMode.Parameter => Expression.Call(typeof(EF), nameof(EF.Parameter), [p.Type], champ),
                _ => champ,
            };
        }

        private static object? Exemple(Type type)
        {
            if (type == typeof(string) || type == typeof(byte[]))
            {
                return LecteurDUneLigne.Valeur(type);
            }

            var element = type.IsArray
                ? type.GetElementType()
                : type.GetInterfaces()
                    .Append(type)
                    .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                    ?.GetGenericArguments()[0];
            if (element is not null)
            {
                var tableau = Array.CreateInstance(element, 2);
                tableau.SetValue(Exemple(element), 0);
                tableau.SetValue(Exemple(element), 1);
                return type.IsInstanceOfType(tableau) ? tableau : Activator.CreateInstance(type, tableau);
            }

            return Nullable.GetUnderlyingType(type) is { } sousJacent ? Exemple(sousJacent) : LecteurDUneLigne.Valeur(type);
        }

        private IAsyncQueryProvider Fournisseur() =>
            ((IInfrastructure<IServiceProvider>)contexte).GetService<IAsyncQueryProvider>();
    }

    private sealed class Boite<T>(T valeur)
    {
        public readonly T Valeur = valeur;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace CdgMarches.Database;

/// <summary>Ce que l'on demande aux deux moteurs et qu'EF Core ne traduit pas de lui-même ; chacun le traduit dans son modèle.</summary>
public static class FonctionsSql
{
    /// <summary>Les secondes écoulées depuis une origine propre au moteur : seule la différence de deux instants a un sens.</summary>
    /// <exception cref="NotSupportedException">La fonction n'existe que dans une requête.</exception>
    public static long Secondes(DateTimeOffset? instant) =>
        throw new NotSupportedException($"Cette fonction n'existe que dans une requête ({instant}).");

    /// <summary>Dit comment un moteur compte les secondes d'un instant.</summary>
    internal static void Traduire(ModelBuilder builder, Func<SqlExpression, SqlExpression> secondes) =>
        builder
            .HasDbFunction(typeof(FonctionsSql).GetMethod(nameof(Secondes))!)
            .HasTranslation(arguments => secondes(arguments[0]));

    internal static SqlFunctionExpression Appeler(string nom, SqlExpression[] arguments, bool[] propageLeNul) =>
        new(nom, arguments, nullable: true, propageLeNul, typeof(long), typeMapping: null);
}

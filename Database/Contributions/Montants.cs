using System.Linq.Expressions;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Contributions;

/// <summary>Les valeurs que plusieurs tables portent : montants en centimes, taux, imputations, types de facturation.</summary>
internal static class Montants
{
    public static void Ht<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, MontantHt>> montant, string nom)
        where T : class => builder.ComplexProperty(montant, m => m.Property(x => x.Centimes).HasColumnName($"{nom}HtCentimes"));

    public static void Ht<T, TDe>(
        this OwnedNavigationBuilder<T, TDe> builder,
        Expression<Func<TDe, MontantHt>> montant,
        string nom
    )
        where T : class
        where TDe : class =>
        builder.Property(montant).HasConversion(m => m.Centimes, c => MontantHt.DeCentimes(c)).HasColumnName($"{nom}HtCentimes");

    public static void Ttc<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, MontantTtc>> montant, string nom)
        where T : class => builder.ComplexProperty(montant, m => m.Property(x => x.Centimes).HasColumnName($"{nom}TtcCentimes"));

    public static void Taux<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, TauxTva>> taux)
        where T : class => builder.ComplexProperty(taux, t => t.Property(x => x.Centiemes).HasColumnName("TvaCentiemes"));

    public static void Imputation<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, Imputation?>> imputation)
        where T : class =>
        builder.ComplexProperty(
            imputation,
            i =>
            {
                i.Property(x => x.Nature).HasMaxLength(Domain.Contributions.Imputation.Longueur);
                i.Property(x => x.Fonction).HasMaxLength(Domain.Contributions.Imputation.Longueur);
                i.Property(x => x.Service).HasMaxLength(Domain.Contributions.Imputation.Longueur);
            }
        );

    public static void Type<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, TypeDeFacturation?>> type)
        where T : class =>
        builder.ComplexProperty(
            type,
            t =>
            {
                t.Property(x => x.Code).HasMaxLength(TypeDeFacturation.LongueurDuCode);
                t.Property(x => x.Libelle).HasMaxLength(TypeDeFacturation.LongueurDuLibelle);
            }
        );
}

using CdgMarches.Domain.Litiges;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CdgMarches.Database.Litiges;

/// <summary>Ce que la table de tout litige garde ; chaque sorte a la sienne.</summary>
internal static class ContestationConfiguration
{
    public static void Contester<T>(this EntityTypeBuilder<T> builder)
        where T : Contestation
    {
        builder.Property(l => l.Objet).HasMaxLength(Contestation.LongueurDUnTexte);
        builder.Property(l => l.IssueEnClair).HasMaxLength(Contestation.LongueurDUnTexte);
        builder.Property(l => l.Tribunal).HasMaxLength(Contestation.LongueurDUnNom);
        builder.Ignore(l => l.Frise);
    }
}

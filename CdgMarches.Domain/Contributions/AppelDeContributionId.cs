using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Identifiant d'un <c>AppelDeContribution</c>.</summary>
public readonly record struct AppelDeContributionId(Guid Valeur) : IIdentifiant<AppelDeContributionId>
{
    public static AppelDeContributionId Nouveau() => new(Guid.CreateVersion7());

    public static AppelDeContributionId De(Guid valeur) => new(valeur);
}

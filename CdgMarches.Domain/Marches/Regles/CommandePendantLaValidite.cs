using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Une commande est passée pendant la validité du marché.</summary>
/// <remarks>RG4.73. CCP, art. R2162-5.</remarks>
public sealed record CommandePendantLaValidite(DateOnly Jour, DateOnly? Debut, DateOnly? Fin) : IRegle
{
    public string Code => "RG4.73";

    public string Fondement => "CCP, art. R2162-5";

    public string? Champ => "commande-jour";

    public bool EstRespectee => Debut is { } debut && Jour >= debut && (Fin is not { } fin || Jour <= fin);

    public string Message =>
        Debut is { } d
            ? $"Une commande est passée entre le {EnClair.Date(d)} et le {EnClair.Date(Fin ?? d)}, pendant la validité du marché."
            : "Le marché n'est pas notifié : aucune commande n'est possible.";
}

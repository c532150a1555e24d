using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une somme due a un montant, qui n'est pas négatif.</summary>
/// <remarks>RG1.30 : la délibération fixe les modalités financières.</remarks>
public sealed record SommeChiffree(int Rang, MontantTtc? Montant) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => $"somme-montant-{Rang}";

    public bool EstRespectee => Montant is { EstNegatif: false };

    public string Message =>
        Montant is null
            ? $"La somme {Rang + 1} n'a pas de montant : donnez ce qui est dû, ou retirez-la."
            : $"La somme {Rang + 1} est négative : donnez ce qui est dû.";
}

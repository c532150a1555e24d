using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le délai pour compléter les candidatures est le même pour tous les candidats.</summary>
/// <remarks>CCP, art. R2144-2.</remarks>
public sealed record MemeDelaiPourTous(DateOnly? DelaiDonne, DateOnly Delai, bool EnCours) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2144-2";

    public string? Champ => "complements-avant";

    public bool EstRespectee => !EnCours || DelaiDonne is not { } donne || donne == Delai;

    public string Message =>
        $"Le délai est le même pour tous : les autres candidats ont jusqu'au {EnClair.Date(DelaiDonne!.Value)}.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Après le silence valant agrément, on ne refuse plus.</summary>
/// <remarks>CCP, art. R2193-4.</remarks>
public sealed record RefusAvantLeSilence(bool Agree, DateOnly Jour, DateOnly SilenceLe) : IRegle
{
    public string Code => "RG4.90";

    public string Fondement => "CCP, art. R2193-4";

    public string? Champ => "sous-traitant-jour";

    public bool EstRespectee => Agree || Jour <= SilenceLe;

    public string Message =>
        $"Le silence vaut agrément depuis le {EnClair.Date(SilenceLe)} : le sous-traitant ne peut plus être refusé.";
}

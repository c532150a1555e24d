using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>La décision de reconduire ou d'y renoncer est prise à temps.</summary>
/// <remarks>RG4.75. Passée la date, une reconduction tacite a lieu et une expresse n'a plus lieu.</remarks>
public sealed record DecisionDeReconductionATemps(DateOnly Jour, DateOnly? Avant, ModeDeReconduction Mode, bool Reconduit)
    : IRegle
{
    public string Code => "RG4.75";

    public string Fondement => "CCP, art. R2112-4";

    public string? Champ => "reconduction-jour";

    public bool EstRespectee => Avant is not { } limite || Jour <= limite || (Mode is ModeDeReconduction.Tacite && Reconduit);

    public string Message =>
        $"La décision devait être prise au plus tard le {EnClair.Date(Avant!.Value)} : {(Mode is ModeDeReconduction.Tacite ? "la reconduction tacite a eu lieu" : "la reconduction expresse n'a plus lieu")}.";
}

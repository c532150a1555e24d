using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Le lancement est un fait daté : il ne précède pas la fiche et n'est pas à venir.</summary>
/// <remarks>RG1.21, RG1.22. La liste des membres se fige d'après ce jour : un jour à venir pourrait encore changer.</remarks>
public sealed record LancementNiAvantLaCreationNiApresAujourdhui(DateOnly Lancement, DateOnly Creation, DateOnly Aujourdhui)
    : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "Convention constitutive, art. 6.3";

    public string? Champ => "lancement";

    public bool EstRespectee => Lancement >= Creation && Lancement <= Aujourdhui;

    public string Message =>
        $"Le lancement doit tomber du {EnClair.Date(Creation)}, création de la procédure, au {EnClair.Date(Aujourdhui)}, aujourd'hui : corrigez la date.";
}

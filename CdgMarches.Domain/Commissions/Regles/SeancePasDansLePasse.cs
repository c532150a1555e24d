using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On programme une séance pour aujourd'hui ou un jour à venir.</summary>
public sealed record SeancePasDansLePasse(DateOnly Date, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG2.10";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => "date";

    public bool EstRespectee => Date >= Aujourdhui;

    public string Message => $"Le {EnClair.Date(Date)} est passé : choisissez un jour à venir.";
}

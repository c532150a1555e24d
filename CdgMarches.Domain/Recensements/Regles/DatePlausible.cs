using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Une date de campagne est de notre siècle : 1900 ou 9999 sont des fautes de frappe.</summary>
public sealed record DatePlausible(string Objet, DateOnly Date, string Cle) : IRegle
{
    public string Code => "RG8.01";

    public string Fondement => "Calendrier de la campagne";

    public string? Champ => Cle;

    public bool EstRespectee => Date.Year is >= 2000 and <= 2099;

    public string Message => $"{Objet}, le {EnClair.Date(Date)}, n'est pas plausible. Tapez une date entre 2000 et 2099.";
}

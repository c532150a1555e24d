using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On constate un envoi le jour même ou après, jamais d'avance.</summary>
/// <remarks>RG2.11 : cachet de la poste ou date de remise.</remarks>
public sealed record EnvoiPasAVenir(DateOnly Jour, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG2.11";

    public string Fondement => "CE, 5 février 1954, Peslier";

    public string? Champ => "jour";

    public bool EstRespectee => Jour <= Aujourdhui;

    public string Message => "La date d'envoi est à venir : constatez l'envoi le jour où il a lieu.";
}

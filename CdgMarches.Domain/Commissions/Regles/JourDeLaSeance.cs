using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>L'appel s'ouvre le jour de la réunion.</summary>
public sealed record JourDeLaSeance(DateOnly Date, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convocation";

    public bool EstRespectee => Aujourdhui == Date;

    public string Message =>
        Aujourdhui < Date
            ? $"La réunion est convoquée pour le {EnClair.Date(Date)} : l'appel s'ouvrira ce jour-là."
            : $"La réunion était convoquée pour le {EnClair.Date(Date)}. Changez sa date et envoyez une convocation rectificative, ou annulez-la.";
}

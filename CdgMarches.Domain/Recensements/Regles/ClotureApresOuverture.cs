using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La clôture vient après l'ouverture.</summary>
/// <remarks>RG5.01. Le jour de clôture compte en entier : une campagne ouverte et close le même jour ne laisse rien à répondre.</remarks>
public sealed record ClotureApresOuverture(DateOnly Ouverture, DateOnly Cloture) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Calendrier de la campagne";

    public string? Champ => "cloture";

    public bool EstRespectee => Cloture > Ouverture;

    public string Message =>
        $"La clôture, le {EnClair.Date(Cloture)}, doit venir après l'ouverture, le {EnClair.Date(Ouverture)}. Rien n'a été modifié : corrigez l'une des deux dates.";
}

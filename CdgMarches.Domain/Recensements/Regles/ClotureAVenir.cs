using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La clôture n'est pas déjà passée quand on ouvre la campagne ou qu'on la prolonge.</summary>
/// <param name="Cloture">Le dernier jour où l'on répond.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
/// <param name="Tolere">Vrai pour une campagne que l'on prépare encore.</param>
public sealed record ClotureAVenir(DateOnly Cloture, DateOnly Aujourdhui, bool Tolere) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Calendrier de la campagne";

    public string? Champ => "cloture";

    public bool EstRespectee => Tolere || Cloture >= Aujourdhui;

    public string Message =>
        $"La clôture, le {EnClair.Date(Cloture)}, est déjà passée : les membres ne pourraient pas répondre. Choisissez une date à venir.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Le nouveau délai accordé à un membre est à venir.</summary>
public sealed record DelaiAVenir(DateOnly DernierJour, DateOnly Aujourdhui) : IRegle
{
    public string Code => "C10";

    public string Fondement => "Réouverture pour un membre";

    public string? Champ => "delai";

    public bool EstRespectee => DernierJour >= Aujourdhui && DernierJour.Year <= 2099;

    public string Message =>
        $"Le nouveau délai, le {EnClair.Date(DernierJour)}, n'est pas à venir. Choisissez aujourd'hui ou un jour suivant.";
}

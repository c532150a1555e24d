using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Courriels.Regles;

public sealed record MotifDAbandonDonne(string? Motif) : IRegle
{
    public string Code => "RG7.03";
    public string Fondement => "Convention constitutive, art. 3.1";
    public string Message => $"Dites pourquoi elle n'est pas transmise, en {Transmission.LongueurDuMotif} caractères au plus.";
    public string? Champ => "motif";
    public bool EstRespectee => Motif?.Trim() is { Length: > 0 and <= Transmission.LongueurDuMotif };
}

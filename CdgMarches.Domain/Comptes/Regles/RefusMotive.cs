using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Comptes.Regles;

/// <summary>Un refus se motive : la personne reçoit le motif.</summary>
public sealed record RefusMotive(string? Motif) : IRegle
{
    public const int LongueurMax = 500;

    public string Code => "A7";

    public string Fondement => "Règle de l'application";

    public string Champ => "motif";

    public bool EstRespectee => !string.IsNullOrWhiteSpace(Motif) && Motif.Trim().Length <= LongueurMax;

    public string Message => $"Donnez le motif du refus, en {LongueurMax} caractères au plus : la personne le recevra.";
}

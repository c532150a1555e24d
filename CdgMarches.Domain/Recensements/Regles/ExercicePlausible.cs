using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>L'exercice recensé est une année plausible.</summary>
public sealed record ExercicePlausible(int Exercice) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Objet de la campagne";

    public string? Champ => "exercice";

    public bool EstRespectee => Exercice is >= 2000 and <= 2099;

    public string Message => $"L'exercice {Exercice} n'est pas plausible. Tapez une année entre 2000 et 2099.";
}

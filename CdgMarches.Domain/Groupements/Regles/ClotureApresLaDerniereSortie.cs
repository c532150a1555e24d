using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement dure tant qu'il a un membre.</summary>
/// <remarks>RG1.35.</remarks>
public sealed record ClotureApresLaDerniereSortie(DateOnly DernierJour, DateOnly? DerniereSortie) : IRegle
{
    public string Code => "RG1.35";

    public string Fondement => "CCP, art. L2113-6";

    public string? Champ => "dernier-jour";

    public bool EstRespectee => DerniereSortie is not { } sortie || sortie <= DernierJour;

    public string Message =>
        $"Le dernier membre est sorti le {EnClair.Date(DerniereSortie!.Value)} : le dernier jour du groupement ne peut pas le précéder.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On entre dans un groupement pendant qu'il dure.</summary>
/// <remarks>RG1.17.</remarks>
public sealed record EntreePendantLeGroupement(DateOnly Entree, DateOnly Debut, DateOnly? Fin) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive, durée";

    public string? Champ => "entree";

    public bool EstRespectee => Entree >= Debut && (Fin is not { } fin || Entree <= fin);

    public string Message => $"L'entrée doit tomber pendant le groupement, {EnClair.Validite(Debut, Fin)} : corrigez la date.";
}

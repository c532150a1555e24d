using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le dernier jour d'un groupement ne précède pas le premier.</summary>
/// <remarks>RG1.17. Les deux jours sont compris.</remarks>
public sealed record FinApresLeDebut(DateOnly Debut, DateOnly? Fin) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive, durée";

    public string? Champ => "fin";

    public bool EstRespectee => Fin is not { } fin || fin >= Debut;

    public string Message =>
        $"Le dernier jour ne peut pas précéder le premier, le {EnClair.Date(Debut)} : corrigez l'une des deux dates.";
}

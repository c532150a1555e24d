using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le millésime est une année d'aujourd'hui.</summary>
/// <remarks>RG1.17. Les groupements de commandes existent depuis 2001 ; au-delà de 2100, c'est une faute de frappe.</remarks>
public sealed record MillesimePlausible(int? Millesime) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive, durée";

    public string? Champ => "millesime";

    public bool EstRespectee => Millesime is null or (>= 2001 and <= 2100);

    public string Message => "Le millésime s'écrit en quatre chiffres, de 2001 à 2100 : corrigez l'année.";
}

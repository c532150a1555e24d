using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne clôt pas un groupement dont une procédure est en cours.</summary>
/// <remarks>RG1.17. La convention dure jusqu'à l'échéance des marchés concernés.</remarks>
public sealed record AucuneProcedureEnCours(string? Reference) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive, durée";

    public bool EstRespectee => Reference is null;

    public string Message => $"La procédure {Reference} est en cours : terminez-la avant de clore le groupement.";
}

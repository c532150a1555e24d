using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Aucun marché du groupement n'est en cours.</summary>
/// <remarks>RG1.17, RG1.32.</remarks>
public sealed record AucunMarcheEnCours(IReadOnlyList<string> Marches) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => Marches.Count == 0;

    public string Message =>
        $"Marchés encore en cours : {string.Join(", ", Marches)}. Attendez leur fin, ou réglez leur reprise par chaque membre.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le dernier jour d'un groupement ne précède pas le jour où l'on ouvre sa dissolution.</summary>
/// <remarks>RG1.33. Comme un retrait (RG1.30), une dissolution n'a pas d'effet rétroactif.</remarks>
public sealed record DernierJourPasAvantLOuverture(DateOnly DernierJour, DateOnly OuverteLe) : IRegle
{
    public string Code => "RG1.33";

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public string? Champ => "dernier-jour";

    public bool EstRespectee => DernierJour >= OuverteLe;

    public string Message =>
        $"Le {EnClair.Date(DernierJour)} est passé : chaque membre est informé le {EnClair.Date(OuverteLe)}, le dernier jour ne peut pas le précéder.";
}

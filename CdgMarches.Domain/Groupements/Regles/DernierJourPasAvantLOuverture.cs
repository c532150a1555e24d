using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le dernier jour d'un groupement ne précède pas le jour où l'on ouvre sa dissolution.</summary>
/// <remarks>La règle est celle de la cause. Comme un retrait (RG1.30), une dissolution n'a pas d'effet rétroactif.</remarks>
public sealed record DernierJourPasAvantLOuverture(CauseDeDissolution Cause, DateOnly DernierJour, DateOnly OuverteLe)
    : IRegleDeConvention
{
    public string Code => Cause.Regle();

    public string Article => Cause.Article();

    public string? Champ => "dernier-jour";

    public bool EstRespectee => DernierJour >= OuverteLe;

    public string Message =>
        $"Le {EnClair.Date(DernierJour)} est passé : chaque membre est informé le {EnClair.Date(OuverteLe)}, le dernier jour ne peut pas le précéder.";
}

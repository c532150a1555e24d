using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chaque point a une issue quand la séance est levée.</summary>
public sealed record TousLesPointsTraites(IReadOnlyList<string> Restants) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Procès-verbal de la commission";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => Restants.Count == 0;

    public string Message => $"Points sans décision : {Enumeration.De(Restants)}. Dites pourquoi la séance est levée.";
}

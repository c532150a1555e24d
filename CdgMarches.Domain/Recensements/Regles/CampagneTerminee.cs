using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La campagne est terminée : on ne gèle pas des besoins que les membres changent encore.</summary>
public sealed record CampagneTerminee(bool EstClose) : IRegle
{
    public string Code => "RG5.20";

    public string Fondement => "Gel de la consolidation";

    public bool EstRespectee => EstClose;

    public string Message =>
        "La campagne n'est pas close : les membres peuvent encore changer leurs besoins. Attendez l'échéance ou closez-la d'abord.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La commission a un président désigné : le représentant du coordonnateur.</summary>
/// <remarks>RG2.08.</remarks>
public sealed record PresidenceDesignee(bool EstDesignee) : IRegle
{
    public string Code => "RG2.08";

    public string Fondement => "CGCT, art. L1414-3 I";

    public bool EstRespectee => EstDesignee;

    public string Message =>
        "Aucun représentant du coordonnateur n'est désigné : il préside. Désignez le titulaire de son siège.";
}

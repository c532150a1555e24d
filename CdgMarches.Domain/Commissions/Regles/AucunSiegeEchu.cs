using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Aucun siège n'a de mandat fini sans successeur au jour de la réunion.</summary>
/// <remarks>RG2.091. Le siège tombe avec le mandat : une réunion avec un siège échu est irrégulière.</remarks>
public sealed record AucunSiegeEchu(IReadOnlyList<string> Echus, DateOnly Jour) : IRegle
{
    public string Code => "RG2.091";

    public string Fondement => "CGCT, art. L1414-3 ; mandat de celui qui siège";

    public bool EstRespectee => Echus.Count == 0;

    public string Message =>
        $"Mandat échu au {EnClair.Date(Jour)} : {Enumeration.De(Echus)}. Enregistrez la délibération qui désigne le successeur.";
}

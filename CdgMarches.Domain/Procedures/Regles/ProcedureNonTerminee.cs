using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une procédure terminée ne change plus.</summary>
/// <remarks>RG1.21.</remarks>
public sealed record ProcedureNonTerminee(EtatDeProcedure Etat) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "Convention constitutive, art. 6.3";

    public bool EstRespectee => Etat is not EtatDeProcedure.Terminee;

    public string Message => "La procédure est terminée : elle ne change plus.";
}

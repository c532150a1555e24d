using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On ne termine qu'une procédure lancée.</summary>
/// <remarks>RG1.21.</remarks>
public sealed record ProcedureEnCours(EtatDeProcedure Etat) : IRegle
{
    public string Code => "RG1.21";

    public string Fondement => "Convention constitutive, art. 6.3";

    public bool EstRespectee => Etat is EtatDeProcedure.Lancee;

    public string Message =>
        Etat is EtatDeProcedure.Terminee
            ? "Cette procédure est déjà terminée : rien à faire."
            : "Cette procédure n'est pas lancée : lancez-la d'abord, ou laissez-la en préparation.";
}

using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Choisir une autre procédure que celle des seuils se justifie par écrit.</summary>
/// <remarks>RG3.01. Une procédure plus stricte est toujours permise.</remarks>
public sealed record AutreProcedureJustifiee(FormeDeProcedure? Forme, ProcedureProposee? Proposee, string? Justification) : IRegle
{
    public string Code => "RG3.01";

    public string Fondement => "CCP, art. L2124-1 et R2121-3";

    public string? Champ => "forme";

    public bool EstRespectee =>
        Proposee is not { } proposee
        || (Forme is { } forme && (forme.Convient(proposee.Procedure) || !string.IsNullOrWhiteSpace(Justification)));

    public string Message =>
        Forme is null
            ? $"Choisissez la procédure. {Proposee!.Explication} Les seuils proposent : {Proposee.Libelle}."
            : $"{Proposee!.Explication} Les seuils proposent « {Proposee.Libelle} » : justifiez le choix d'une autre procédure.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On ne négocie pas dans un appel d'offres.</summary>
/// <remarks>CCP, art. R2161-5.</remarks>
public sealed record NegociationPermise(FormeDeProcedure? Forme) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2161-5";

    public bool EstRespectee => Forme?.AdmetLaNegociation() is not false;

    public string Message => $"Procédure choisie : {Forme?.Libelle()}. La négociation y est interdite.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chaque titulaire a son suppléant, quand la convention le demande.</summary>
/// <remarks>
/// RG2.07. La loi le permet ; la convention, art. 3.2, l'impose : « chaque membre titulaire disposera d'un suppléant ». Là où elle
/// l'impose, on ne convoque pas sans lui. Perdu une fois les convocations parties, il n'empêche plus la réunion : le titulaire est
/// là, l'agent dit ce qu'il en est et le procès-verbal le reprend.
/// </remarks>
public sealed record SuppleantsDesignes(IReadOnlyList<string> Sans, bool EstObligatoire, bool DejaConvoques = false) : IRegle
{
    public string Code => "RG2.07";

    public string Fondement => "Convention constitutive, art. 3.2";

    public Portee Portee => DejaConvoques ? Portee.Avertit : Portee.Bloque;

    public bool EstRespectee => !EstObligatoire || Sans.Count == 0;

    public string Message =>
        $"Sans suppléant désigné : {Enumeration.De(Sans)}. La convention en demande un par titulaire : enregistrez sa désignation.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement finit à son terme quand la convention en a un, et pas avant lui.</summary>
/// <remarks>RG1.17.</remarks>
public sealed record TermeAtteint(CauseDeDissolution Cause, DateOnly? Terme, DateOnly DernierJour) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive, durée";

    public string? Champ => "cause";

    public bool EstRespectee => Cause is not CauseDeDissolution.Terme || Terme <= DernierJour;

    public string Message =>
        Terme is { } terme
            ? $"Le terme de la convention est le {EnClair.Date(terme)} : le dernier jour ne peut pas le précéder."
            : "La convention n'a pas de terme connu : sa durée est indéterminée, ou aucun marché ne la borne encore. Choisissez une autre cause.";
}

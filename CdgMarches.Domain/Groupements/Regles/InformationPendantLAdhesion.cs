using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>C'est un membre qui informe le coordonnateur de son départ : il l'est déjà ce jour-là.</summary>
/// <remarks>RG1.31. Le jour de l'entrée est permis.</remarks>
public sealed record InformationPendantLAdhesion(DateOnly? InformeLe, DateOnly Entree) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "informe";

    public bool EstRespectee => !(InformeLe < Entree);

    public string Message =>
        $"Le coordonnateur ne peut pas avoir été informé le {EnClair.Date(InformeLe!.Value)} : la collectivité n'est membre que depuis le {EnClair.Date(Entree)}. Corrigez la date.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>C'est un membre qui informe le coordonnateur de son départ : il l'est déjà ce jour-là.</summary>
/// <remarks>RG1.31. Le jour de l'entrée est permis ; qui n'entre que plus tard peut déjà informer.</remarks>
/// <param name="InformeLe">Le jour où le coordonnateur a reçu l'information.</param>
/// <param name="Entree">L'entrée du membre.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
public sealed record InformationPendantLAdhesion(DateOnly? InformeLe, DateOnly Entree, DateOnly Aujourdhui) : IRegle
{
    public string Code => "RG1.31";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "informe";

    public bool EstRespectee => Entree > Aujourdhui || !(InformeLe < Entree);

    public string Message =>
        $"Le coordonnateur ne peut pas avoir été informé le {EnClair.Date(InformeLe!.Value)} : la collectivité n'est membre que depuis le {EnClair.Date(Entree)}. Corrigez la date.";
}

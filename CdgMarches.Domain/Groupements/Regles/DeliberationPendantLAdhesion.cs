using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>C'est un membre qui délibère de son départ : il l'est déjà le jour où son assemblée adopte la délibération.</summary>
/// <remarks>RG1.30. Le jour de l'entrée est permis ; qui n'entre que plus tard peut déjà délibérer.</remarks>
/// <param name="AdopteeLe">Le jour où la délibération est adoptée.</param>
/// <param name="Entree">L'entrée du membre.</param>
/// <param name="Aujourdhui">Le jour du CDG.</param>
public sealed record DeliberationPendantLAdhesion(DateOnly? AdopteeLe, DateOnly Entree, DateOnly Aujourdhui) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public string? Champ => "adoptee";

    public bool EstRespectee => Entree > Aujourdhui || !(AdopteeLe < Entree);

    public string Message =>
        $"La délibération de retrait serait adoptée le {EnClair.Date(AdopteeLe!.Value)} : la collectivité n'est membre que depuis le {EnClair.Date(Entree)}. Corrigez la date, ou demandez la délibération qui décide ce départ-ci.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un délai ou un plafond se lit dans les valeurs en vigueur ; l'application ne devine pas.</summary>
/// <remarks>RG3.02, étendue aux délais.</remarks>
public sealed record DelaiConnuALaDate(string CodeDuDelai, DateOnly Jour, bool EstConnu) : IRegle
{
    public string Code => "RG3.02";

    public string Fondement => "Réglages du CDG";

    public bool EstRespectee => EstConnu;

    public string Message =>
        $"L'application ne connaît pas « {CodesDeDelai.Libelle(CodeDuDelai)} » au {EnClair.Date(Jour)} : saisissez sa valeur dans Administration › Réglages.";
}

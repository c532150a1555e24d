using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Parametres.Regles;

/// <summary>Les seuils sont connus à la date où ils s'apprécient.</summary>
/// <remarks>
/// RG3.02. Les valeurs européennes ne sont publiées que pour deux ans : après le 31 décembre 2027 elles sont inconnues.
/// L'application refuse de deviner et ne reprend jamais les dernières.
/// </remarks>
public sealed record SeuilsConnusALaDate(DateOnly Date, IReadOnlyList<string> CodesManquants) : IRegle
{
    public string Code => "RG3.02";

    public string Fondement => "CCP, annexe 2 et art. R2121-3";

    public bool EstRespectee => CodesManquants.Count == 0;

    public string Message =>
        $"Les seuils applicables au {EnClair.Date(Date)} ne sont pas connus de l'application "
        + $"({string.Join(" ; ", CodesManquants.Select(CodesDeSeuil.Libelle))}). Rien n'a été calculé ni modifié : saisissez les valeurs "
        + "publiées pour cette date dans Administration › Réglages, puis recommencez.";
}

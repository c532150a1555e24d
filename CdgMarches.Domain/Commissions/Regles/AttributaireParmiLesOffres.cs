using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Le titulaire choisi est l'un des candidats dont l'offre est admise.</summary>
/// <remarks>RG2.33.</remarks>
public sealed record AttributaireParmiLesOffres(IssueDuPoint Issue, string? Attributaire, IReadOnlyList<string> Candidats)
    : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "CGCT, art. L1414-2";

    public string? Champ => "attributaire";

    public bool EstRespectee =>
        Issue is not IssueDuPoint.Attribution || (Attributaire is { } choisi && Candidats.Contains(choisi));

    public string Message =>
        Candidats.Count == 0
            ? "Aucune offre admise n'est enregistrée à ce point : saisissez d'abord les offres et leur classement."
            : "Choisissez l'attributaire parmi les candidats dont l'offre est admise.";
}

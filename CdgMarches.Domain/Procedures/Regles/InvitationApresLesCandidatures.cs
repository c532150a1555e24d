using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'invitation à remettre une offre suppose une procédure en deux temps et des candidatures examinées.</summary>
/// <remarks>CCP, art. R2144-8, R2161-6 à R2161-8, R2161-12 à R2161-15.</remarks>
public sealed record InvitationApresLesCandidatures(
    FormeDeProcedure? Forme,
    DateOnly? CandidaturesExamineesLe,
    DateOnly Invitation,
    DateOnly Aujourdhui
) : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => "CCP, art. R2144-8";

    public string? Champ => "invitation-jour";

    public bool EstRespectee =>
        Forme?.EstRestreinte() is true
        && CandidaturesExamineesLe is { } examinees
        && Invitation >= examinees
        && Invitation <= Aujourdhui;

    public string Message =>
        Forme?.EstRestreinte() is not true
            ? "Cette procédure se fait en un temps : les offres arrivent avec les candidatures, à la même date limite."
        : CandidaturesExamineesLe is not { } examinees
            ? "Constatez d'abord l'examen des candidatures : seuls les candidats retenus sont invités à remettre une offre."
        : Invitation > Aujourdhui ? "L'invitation se note une fois envoyée : corrigez la date."
        : $"L'invitation ne peut pas précéder l'examen des candidatures, le {EnClair.Date(examinees)}.";
}

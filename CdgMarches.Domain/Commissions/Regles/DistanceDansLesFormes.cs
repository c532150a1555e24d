using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une réunion à distance est permise par la convention, décidée par le président et organisée.</summary>
/// <remarks>
/// RG2.22. Ordonnance n° 2014-1329 et décret n° 2014-1627, art. 7-1 : décision du président, identification des participants,
/// confidentialité. Le procès-verbal reprend ces modalités.
/// </remarks>
public sealed record DistanceDansLesFormes(ModeDeReunion Mode, bool EstPermise, string? Modalites) : IRegle
{
    public string Code => "RG2.22";

    public string Fondement => "Ordonnance n° 2014-1329 ; décret n° 2014-1627, art. 7-1 ; convention, art. 3.2";

    public string? Champ => EstPermise ? "modalites" : "mode";

    public bool EstRespectee =>
        Mode is ModeDeReunion.Presentiel || (EstPermise && Modalites is { Length: > 0 and <= Seance.LongueurDesTextes });

    public string Message =>
        EstPermise
            ? "Écrivez la décision du président et comment les participants seront identifiés et la confidentialité assurée."
            : "Les règles de la commission ne permettent pas de se réunir à distance.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>On ne délibère à distance qu'à trois au moins : une commission de deux sièges se réunit en présence.</summary>
/// <remarks>RG2.22. Un collège est fait de « trois personnes au moins ».</remarks>
public sealed record TroisPersonnesADistance(ModeDeReunion Mode, int Voix) : IRegle
{
    public string Code => "RG2.22";

    public string Fondement => "Ordonnance n° 2014-1329, art. 1er";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "mode";

    public bool EstRespectee => Mode is ModeDeReunion.Presentiel || Voix >= 3;

    public string Message =>
        $"Cette commission n'a que {Voix.ToString(Francais.Culture)} siège{(Voix > 1 ? "s" : "")} : elle n'est pas un collège au sens de l'ordonnance, réunissez-la en présence.";
}

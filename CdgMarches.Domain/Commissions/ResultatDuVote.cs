namespace CdgMarches.Domain.Commissions;

/// <summary>Ce que donne un vote.</summary>
public enum ResultatDuVote
{
    Adopte,

    Rejete,

    /// <summary>Égalité : pas de décision, on revote ou l'on ajourne.</summary>
    Partage,
}

/// <summary>Le sens d'une voix.</summary>
public enum SensDuVote
{
    Pour,

    Contre,

    Abstention,
}

/// <summary>Le décompte d'un vote.</summary>
/// <param name="Pour">Voix pour.</param>
/// <param name="Contre">Voix contre.</param>
/// <param name="Abstentions">Voix qui ne s'expriment pas.</param>
/// <remarks>RG2.30. La majorité est celle des voix exprimées ; les abstentions n'en sont pas.</remarks>
public sealed record Decompte(int Pour, int Contre, int Abstentions)
{
    public int Total => Pour + Contre + Abstentions;

    /// <param name="voixPreponderante">Vrai si la convention la donne au président.</param>
    /// <param name="voixDuPresident">Son vote, quand il est connu.</param>
    public ResultatDuVote Resultat(bool voixPreponderante, SensDuVote? voixDuPresident) =>
        (Pour - Contre) switch
        {
            > 0 => ResultatDuVote.Adopte,
            < 0 => ResultatDuVote.Rejete,
            _ when voixPreponderante && voixDuPresident is SensDuVote.Pour => ResultatDuVote.Adopte,
            _ when voixPreponderante && voixDuPresident is SensDuVote.Contre => ResultatDuVote.Rejete,
            _ => ResultatDuVote.Partage,
        };
}

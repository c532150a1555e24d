namespace CdgMarches.Domain.Commissions;

/// <summary>Comment se calcule le nombre de voix à réunir.</summary>
public enum RegleDeQuorum
{
    /// <summary>Plus de la moitié des voix (convention, art. 3.2 ; CGCT L1411-5) : la règle ordinaire.</summary>
    PlusDeLaMoitie,

    /// <summary>La moitié plus un, arrondie au-dessus : d'anciennes conventions l'écrivent encore.</summary>
    MoitiePlusUn,
}

/// <summary>Les règles d'une commission, telles que la convention ou le règlement intérieur les fixe ; la séance en garde copie.</summary>
/// <remarks>
/// RG2.12, RG2.20, RG2.24, RG2.30. Depuis 2016 aucun texte ne fixe plus le délai de convocation ni la voix prépondérante : ce
/// sont des données, chacune avec l'article qui la fonde. Figées sur la séance, elles ne changent plus pour elle.
/// </remarks>
public sealed record ReglesDeCommission
{
    public const int LongueurDuFondement = 200;

    /// <summary>Le nombre de jours francs entre l'envoi et la réunion, cinq par défaut.</summary>
    public int JoursFrancs { get; init; } = 5;

    /// <summary>Vrai si la convention permet d'envoyer hors délai, avec un motif que le procès-verbal reprend.</summary>
    public bool EnvoiTardifPermis { get; init; }

    public RegleDeQuorum Quorum { get; init; }

    /// <summary>Vrai si les jours francs valent aussi pour la seconde convocation (RG2.24) ; sinon le lendemain suffit.</summary>
    public bool JoursFrancsALaSeconde { get; init; } = true;

    /// <summary>Vrai si le président départage les voix ; aucun texte en vigueur ne le donne (RG2.30).</summary>
    public bool VoixPreponderante { get; init; }

    /// <summary>Vrai si chaque titulaire doit avoir son suppléant (RG2.07).</summary>
    public bool SuppleantObligatoire { get; init; } = true;

    /// <summary>Vrai si la commission peut se réunir à distance (RG2.22).</summary>
    public bool DistancePermise { get; init; } = true;

    /// <summary>Le texte qui fonde ces règles, tel qu'on le cite.</summary>
    public string Fondement { get; init; } = "Convention constitutive, art. 3.2";

    public static ReglesDeCommission ParDefaut { get; } = new();

    /// <summary>Le délai en jours francs à la première ou à la seconde convocation.</summary>
    public int Delai(bool surSeconde) => surSeconde && !JoursFrancsALaSeconde ? 0 : JoursFrancs;
}

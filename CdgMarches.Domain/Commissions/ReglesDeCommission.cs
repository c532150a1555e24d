using CdgMarches.Domain.Groupements;

namespace CdgMarches.Domain.Commissions;

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

    /// <summary>Combien de voix présentes font le quorum (RG2.20).</summary>
    public TypeDeQuorum Quorum { get; init; }

    /// <summary>Les jours francs de la seconde convocation (RG2.24 c) ; à zéro, le lendemain suffit.</summary>
    public int JoursFrancsALaSeconde { get; init; } = 5;

    /// <summary>Vrai si, après une carence, on siège sans condition de quorum (RG2.24).</summary>
    public bool SecondeSansQuorum { get; init; } = true;

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
    public int Delai(bool surSeconde) => surSeconde ? JoursFrancsALaSeconde : JoursFrancs;

    /// <summary>Les règles que la convention d'un groupement donne à sa commission.</summary>
    public static ReglesDeCommission De(ReglesDeConvention convention) =>
        new()
        {
            JoursFrancs = convention.JoursFrancsDeConvocation,
            EnvoiTardifPermis = convention.EnvoiTardifPermis,
            Quorum = convention.Quorum,
            JoursFrancsALaSeconde = convention.SecondeConvocationJoursFrancs,
            SecondeSansQuorum = convention.SecondeConvocationSansQuorum,
            VoixPreponderante = convention.VoixPreponderante,
            SuppleantObligatoire = convention.SuppleantObligatoire,
            Fondement = convention.ArticleDeLaVoixPreponderante is { } article
                ? Couper($"Convention constitutive, art. 3.2 ; voix prépondérante : {article}")
                : "Convention constitutive, art. 3.2",
        };

    private static string Couper(string texte) => texte.Length > LongueurDuFondement ? texte[..LongueurDuFondement] : texte;
}

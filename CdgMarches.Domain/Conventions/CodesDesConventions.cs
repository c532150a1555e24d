using CdgMarches.Domain.Parametres;

namespace CdgMarches.Domain.Conventions;

/// <summary>Les valeurs datées par lesquelles le CDG fixe ce qu'il propose à une nouvelle convention, et ses délais d'usage.</summary>
/// <remarks>Ni la loi ni la convention ne fixent ces délais d'usage : tant que le CDG n'en a pas fixé, la valeur d'origine vaut.</remarks>
public static class CodesDesConventions
{
    public const string DureeInitiale = "convention-acces.duree-initiale";

    public const string Reconduction = "convention-acces.reconduction";

    public const string PeriodeDeReconduction = "convention-acces.periode-de-reconduction";

    public const string ReconductionsAuPlus = "convention-acces.reconductions-au-plus";

    public const string PreavisDeLaCollectivite = "convention-acces.preavis-collectivite";

    public const string PreavisDuCdg = "convention-acces.preavis-cdg";

    public const string DelaiDeMiseEnDemeure = "convention-acces.delai-mise-en-demeure";

    /// <summary>Le temps laissé à une collectivité pour rendre sa délibération et sa convention signée.</summary>
    public const string RetourDesPieces = "convention-acces.delai-retour-des-pieces";

    /// <summary>Au-delà, une demande d'assistance sans réponse est en retard.</summary>
    public const string ReponseDAssistance = "assistance.delai-de-reponse";

    /// <summary>Le temps laissé à un membre pour compléter son dossier d'adhésion, quand aucune date n'est fixée.</summary>
    public const string PiecesDAdhesion = "espace.delai-pieces-d-adhesion";

    /// <summary>Au-delà, un changement proposé par un membre attend depuis trop longtemps.</summary>
    public const string RelectureDesPropositions = "espace.delai-relecture-des-propositions";

    /// <summary>Le jour et le mois, en MMJJ, où le rapport d'activité de l'année passée est mis à la disposition des membres.</summary>
    public const string RapportDActivite = "espace.date-rapport-d-activite";

    public static IReadOnlyList<string> Tous { get; } =
    [
        DureeInitiale,
        Reconduction,
        PeriodeDeReconduction,
        ReconductionsAuPlus,
        PreavisDeLaCollectivite,
        PreavisDuCdg,
        DelaiDeMiseEnDemeure,
        RetourDesPieces,
        ReponseDAssistance,
        PiecesDAdhesion,
        RelectureDesPropositions,
        RapportDActivite,
    ];

    public static string Libelle(string code) =>
        code switch
        {
            DureeInitiale => "convention d'accès : première durée (années)",
            Reconduction => "convention d'accès : reconduction",
            PeriodeDeReconduction => "convention d'accès : période de reconduction (années)",
            ReconductionsAuPlus => "convention d'accès : reconductions par périodes, au plus (fois)",
            PreavisDeLaCollectivite => "convention d'accès : délai de dénonciation de la collectivité (mois)",
            PreavisDuCdg => "convention d'accès : délai de dénonciation du CDG (mois)",
            DelaiDeMiseEnDemeure => "convention d'accès : paiement après mise en demeure (jours)",
            RetourDesPieces => "convention d'accès : retour de la délibération et de la convention signée (mois)",
            ReponseDAssistance => "assistance : réponse à une demande (jours)",
            PiecesDAdhesion => "adhésion : pièces attendues d'un membre, sans autre date (mois)",
            RelectureDesPropositions => "changements proposés par les membres : relecture (jours)",
            RapportDActivite => "rapport d'activité remis aux membres (mois et jour)",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Ce code n'est pas celui d'une convention d'accès."),
        };

    /// <summary>La valeur d'origine d'un délai d'usage.</summary>
    public static int Defaut(string code) =>
        code switch
        {
            RetourDesPieces => 2,
            ReponseDAssistance => 5,
            PiecesDAdhesion => 1,
            RelectureDesPropositions => 8,
            RapportDActivite => 201,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Ce code n'a pas de valeur d'origine."),
        };

    /// <summary>Vrai pour ce que la convention type fixe, quand le CDG n'en dit rien.</summary>
    public static bool EstDeLaConventionType(string code) =>
        code
            is DureeInitiale
                or Reconduction
                or PeriodeDeReconduction
                or ReconductionsAuPlus
                or PreavisDeLaCollectivite
                or PreavisDuCdg
                or DelaiDeMiseEnDemeure;

    /// <summary>Ce qu'un code vaut tant qu'aucune valeur datée ne le fixe ; rien si rien ne le dit.</summary>
    public static (decimal? Nombre, string? Texte) DOrigine(string code)
    {
        var type = ReglesDAcces.Usuelles;
        return code switch
        {
            DureeInitiale => (type.DureeInitialeEnAnnees, null),
            Reconduction => (null, type.Reconduction.ToString()),
            PeriodeDeReconduction => (type.PeriodeDeReconductionEnAnnees, null),
            ReconductionsAuPlus => (type.ReconductionsAuPlus, null),
            PreavisDeLaCollectivite => (type.PreavisDeLaCollectiviteEnMois, null),
            PreavisDuCdg => (type.PreavisDuCdgEnMois, null),
            DelaiDeMiseEnDemeure => (type.DelaiDeMiseEnDemeureEnJours, null),
            _ => Tous.Contains(code) ? (Defaut(code), null) : (null, null),
        };
    }

    /// <summary>Le délai d'usage en vigueur ce jour-là.</summary>
    public static int DelaiDUsage(this ValeursDatees valeurs, string code, DateOnly jour) =>
        (int)(valeurs.EnVigueur(code, jour)?.Nombre ?? Defaut(code));

    /// <summary>Les durées et les délais que le CDG propose ce jour-là : ses valeurs datées, à défaut la convention type.</summary>
    public static ReglesDAcces ReglesUsuelles(this ValeursDatees valeurs, DateOnly jour)
    {
        var type = ReglesDAcces.Usuelles;
        var reconduction =
            valeurs.EnVigueur(Reconduction, jour)?.Texte is { } texte
            && Enum.TryParse<Reconduction>(texte, out var lue)
            && Enum.IsDefined(lue)
                ? lue
                : type.Reconduction;
        return type with
        {
            DureeInitialeEnAnnees = Lire(DureeInitiale) ?? type.DureeInitialeEnAnnees,
            Reconduction = reconduction,
            PeriodeDeReconductionEnAnnees = Lire(PeriodeDeReconduction) ?? type.PeriodeDeReconductionEnAnnees,
            ReconductionsAuPlus =
                reconduction is Conventions.Reconduction.ParPeriodes
                    ? Lire(ReconductionsAuPlus) ?? type.ReconductionsAuPlus
                    : null,
            PreavisDeLaCollectiviteEnMois = Lire(PreavisDeLaCollectivite) ?? type.PreavisDeLaCollectiviteEnMois,
            PreavisDuCdgEnMois = Lire(PreavisDuCdg) ?? type.PreavisDuCdgEnMois,
            DelaiDeMiseEnDemeureEnJours = Lire(DelaiDeMiseEnDemeure) ?? type.DelaiDeMiseEnDemeureEnJours,
        };

        int? Lire(string code) => (int?)valeurs.EnVigueur(code, jour)?.Nombre;
    }
}

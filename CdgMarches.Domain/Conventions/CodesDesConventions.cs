namespace CdgMarches.Domain.Conventions;

/// <summary>Les valeurs datées par lesquelles le CDG fixe ce qu'il propose à une nouvelle convention.</summary>
public static class CodesDesConventions
{
    public const string DureeInitiale = "convention-acces.duree-initiale";

    public const string Reconduction = "convention-acces.reconduction";

    public const string PreavisDeLaCollectivite = "convention-acces.preavis-collectivite";

    public const string PreavisDuCdg = "convention-acces.preavis-cdg";

    public const string DelaiDeMiseEnDemeure = "convention-acces.delai-mise-en-demeure";

    /// <summary>Chaque code et son libellé.</summary>
    public static IReadOnlyList<(string Code, string Libelle)> Tous { get; } =
    [
        (DureeInitiale, "Convention d'accès : première durée, en années"),
        (Reconduction, "Convention d'accès : reconduction (Indeterminee, ParPeriodes ou Aucune)"),
        (PreavisDeLaCollectivite, "Convention d'accès : délai de dénonciation de la collectivité, en mois"),
        (PreavisDuCdg, "Convention d'accès : délai de dénonciation du CDG, en mois"),
        (DelaiDeMiseEnDemeure, "Convention d'accès : délai de paiement après mise en demeure, en jours"),
    ];
}

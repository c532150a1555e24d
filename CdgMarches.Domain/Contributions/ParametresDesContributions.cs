using CdgMarches.Domain.Parametres;

namespace CdgMarches.Domain.Contributions;

/// <summary>Les valeurs datées des contributions, telles que l'application les livre.</summary>
public static class ParametresDesContributions
{
    /// <summary>À augmenter quand une ligne change : la base charge alors la nouvelle table.</summary>
    public const int Version = 2;

    /// <summary>En euros : une créance non fiscale d'un montant inférieur n'est pas mise en recouvrement (RG6.15).</summary>
    public const string SeuilDeRecouvrement = "contribution.seuil-de-recouvrement";

    /// <summary>Le délai de paiement avant la première relance, en jours.</summary>
    public const string DelaiDePaiement = "contribution.delai-de-paiement";

    /// <summary>L'écart entre deux relances, en jours.</summary>
    public const string EcartEntreRelances = "contribution.ecart-entre-relances";

    /// <summary>Ce qu'une mise en demeure laisse pour payer quand la convention ne le dit pas, en jours.</summary>
    public const string DelaiDeMiseEnDemeure = "contribution.delai-de-mise-en-demeure";

    /// <summary>Le texte des voies et délais de recours (RG6.31).</summary>
    public const string VoiesDeRecours = "contribution.voies-de-recours";

    public static IReadOnlyList<string> Tous { get; } =
    [SeuilDeRecouvrement, DelaiDePaiement, EcartEntreRelances, DelaiDeMiseEnDemeure, VoiesDeRecours];

    public static string Libelle(string code) =>
        code switch
        {
            SeuilDeRecouvrement => "seuil de mise en recouvrement des créances (€)",
            DelaiDePaiement => "délai de paiement d'un appel avant relance (jours)",
            EcartEntreRelances => "écart entre deux relances (jours)",
            DelaiDeMiseEnDemeure => "délai laissé par une mise en demeure, hors convention d'accès (jours)",
            VoiesDeRecours => "voies et délais de recours contre un titre",
            _ => throw new ArgumentOutOfRangeException(
                nameof(code),
                code,
                "Ce code n'est pas celui d'une valeur des contributions."
            ),
        };

    /// <summary>Des valeurs neuves à chaque appel : elles peuvent être confiées à un contexte de données.</summary>
    public static IReadOnlyList<ValeurDatee> Lister() =>
        [
            ValeurDatee.DeNombre(
                SeuilDeRecouvrement,
                15m,
                new DateOnly(2017, 4, 10),
                null,
                "CGCT, art. L1611-5 et D1611-1 (décret 2017-509)"
            ),
            ValeurDatee.DeNombre(DelaiDePaiement, 30m, new DateOnly(2013, 5, 1), null, "CCP, art. R2192-10"),
            ValeurDatee.DeNombre(EcartEntreRelances, 30m, new DateOnly(2013, 5, 1), null, "Usage du centre de gestion"),
            ValeurDatee.DeNombre(DelaiDeMiseEnDemeure, 30m, new DateOnly(2013, 5, 1), null, "Usage du centre de gestion"),
            ValeurDatee.DeTexte(
                VoiesDeRecours,
                "Dans le délai de deux mois suivant la réception du présent acte (CGCT, art. L1617-5, 2°), vous pouvez contester la somme mentionnée en saisissant directement le tribunal administratif de Lille, 5 rue Geoffroy Saint-Hilaire, 59000 Lille, ou par l'application www.telerecours.fr.",
                new DateOnly(2017, 1, 1),
                null,
                "CGCT, art. L1617-5, 2° ; CJA, art. R421-5"
            ),
        ];
}

using CdgMarches.Domain.Parametres;

namespace CdgMarches.Domain.Commissions;

/// <summary>Ce que la loi fixe de la composition d'une commission : des valeurs datées, jamais des constantes (RG2.04).</summary>
public static class CodesDeCommission
{
    /// <summary>La population à partir de laquelle une commune élit le plus grand nombre de membres.</summary>
    public const string Population = "commission.population";

    /// <summary>Les membres élus, outre le président, de la commission d'un établissement public ou d'une telle commune.</summary>
    public const string MembresElus = "commission.membres-elus";

    /// <summary>Les membres élus, outre le président, de celle d'une commune moins peuplée.</summary>
    public const string MembresElusDesPetitesCommunes = "commission.membres-elus.petites-communes";

    /// <summary>À augmenter quand une ligne change : la base charge alors la nouvelle table.</summary>
    public const int Version = 1;

    private const string Source = "CGCT, art. L1411-5 II";

    /// <summary>L'ordonnance n° 2015-899 aligne les commissions d'appel d'offres sur l'article L1411-5.</summary>
    private static readonly DateOnly Origine = new(2016, 4, 1);

    public static IReadOnlyList<string> Tous { get; } = [Population, MembresElus, MembresElusDesPetitesCommunes];

    public static string Libelle(string code) =>
        code switch
        {
            Population => "commission du coordonnateur : population des communes à cinq membres élus",
            MembresElus => "commission du coordonnateur : membres élus, outre le président",
            MembresElusDesPetitesCommunes => "commission du coordonnateur : membres élus d'une commune moins peuplée",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Ce code n'est pas celui d'une commission."),
        };

    public static string Unite(string code) => code is Population ? "habitants" : "membres";

    /// <summary>Des valeurs neuves à chaque appel : elles peuvent être confiées à un contexte de données.</summary>
    public static IReadOnlyList<ValeurDatee> Lister() =>
        [
            ValeurDatee.DeNombre(Population, 3500, Origine, null, Source),
            ValeurDatee.DeNombre(MembresElus, 5, Origine, null, Source),
            ValeurDatee.DeNombre(MembresElusDesPetitesCommunes, 3, Origine, null, Source),
        ];

    /// <summary>Le nombre de membres élus de la commission d'un coordonnateur, outre son président.</summary>
    /// <param name="valeurs">Les valeurs datées.</param>
    /// <param name="jour">Le jour où la commission est créée.</param>
    /// <param name="population">La population, si le coordonnateur est une commune ; nulle pour un établissement public.</param>
    /// <returns>Nul si l'une des valeurs n'est pas connue ce jour-là : l'application ne devine pas.</returns>
    public static int? Elus(ValeursDatees valeurs, DateOnly jour, int? population)
    {
        if (valeurs.EnVigueur(Population, jour)?.Nombre is not { } limite)
        {
            return null;
        }

        var code = population < limite ? MembresElusDesPetitesCommunes : MembresElus;
        return (int?)valeurs.EnVigueur(code, jour)?.Nombre;
    }
}

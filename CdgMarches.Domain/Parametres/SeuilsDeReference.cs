using static CdgMarches.Domain.Parametres.CodesDeSeuil;

namespace CdgMarches.Domain.Parametres;

/// <summary>Les seuils de la commande publique tels que l'application les livre, chacun avec ses dates et sa source.</summary>
/// <remarks>
/// État du droit : novembre 2026. Les valeurs européennes s'arrêtent au 31 décembre 2027 : au-delà, l'application les demande
/// (RG3.02). Les lignes sans date d'origine dans nos sources valent depuis le premier jour de la table, le 1er janvier 2020.
/// </remarks>
public static class SeuilsDeReference
{
    /// <summary>À augmenter quand une ligne change : la base charge alors la nouvelle table.</summary>
    public const int Version = 1;

    private const string Annexe2 = "Avis relatif aux seuils de procédure, annexe 2 du CCP";
    private const string Annexe2De2026 = "Avis relatif aux seuils de procédure, annexe 2 du CCP (JO du 26 décembre 2025)";
    private const string Dispense2020 = "CCP, art. R2122-8";
    private const string Dispense2026 = "CCP, art. R2122-8 (décret 2025-1386, art. 3 et 4)";
    private const string PetitsLots = "CCP, art. R2123-1, 2°";

    private static readonly DateOnly Origine = new(2020, 1, 1);
    private static readonly DateOnly AvrilDe2026 = new(2026, 4, 1);

    /// <summary>Des valeurs neuves à chaque appel : elles peuvent être confiées à un contexte de données.</summary>
    public static IReadOnlyList<ValeurDatee> Lister() =>
        [
            .. SurDeuxAns(FormaliseeFournituresServices, (2020, 214_000m), (2022, 215_000m), (2024, 221_000m), (2026, 216_000m)),
            .. SurDeuxAns(FormaliseeFournituresServicesEtat, (2024, 143_000m), (2026, 140_000m)),
            .. SurDeuxAns(FormaliseeFournituresServicesEntites, (2024, 443_000m), (2026, 432_000m)),
            .. SurDeuxAns(FormaliseeTravaux, (2020, 5_350_000m), (2022, 5_382_000m), (2024, 5_538_000m), (2026, 5_404_000m)),
            ValeurDatee.DeNombre(DispenseFournituresServices, 40_000m, Origine, AvrilDe2026.AddDays(-1), Dispense2020),
            ValeurDatee.DeNombre(DispenseFournituresServices, 60_000m, AvrilDe2026, null, Dispense2026),
            ValeurDatee.DeNombre(DispenseTravaux, 70_000m, new DateOnly(2020, 7, 24), new DateOnly(2020, 12, 8), Dispense2020),
            ValeurDatee.DeNombre(
                DispenseTravaux,
                100_000m,
                new DateOnly(2020, 12, 9),
                null,
                "CCP, art. R2122-8 (décrets 2022-1683, 2024-1217 et 2025-1386)"
            ),
            ValeurDatee.DeNombre(AchatInnovant, 100_000m, Origine, null, "CCP, art. R2122-9-1"),
            ValeurDatee.DeNombre(ContratEcrit, 25_000m, Origine, null, "CCP, art. R2112-1"),
            ValeurDatee.DeNombre(AvisBoampOuJal, 90_000m, Origine, null, "CCP, art. R2131-12"),
            ValeurDatee.DeNombre(ProfilDAcheteur, 40_000m, Origine, AvrilDe2026.AddDays(-1), "CCP, art. R2132-2"),
            ValeurDatee.DeNombre(ProfilDAcheteur, 60_000m, AvrilDe2026, null, "CCP, art. R2132-2 (décret 2025-1386)"),
            ValeurDatee.DeNombre(DonneesEssentielles, 40_000m, new DateOnly(2024, 1, 1), null, "CCP, art. R2196-1"),
            ValeurDatee.DeNombre(ListeAnnuelle, 25_000m, new DateOnly(2024, 1, 1), null, "CCP, art. R2196-1, dernier alinéa"),
            ValeurDatee.DeNombre(PetitLotFournituresServices, 80_000m, Origine, null, PetitsLots),
            ValeurDatee.DeNombre(PetitLotTravaux, 1_000_000m, Origine, null, PetitsLots),
            ValeurDatee.DeNombre(PartDesPetitsLots, 20m, Origine, null, PetitsLots),
        ];

    /// <summary>Les seuils européens changent le 1er janvier des années paires et valent deux ans.</summary>
    private static IEnumerable<ValeurDatee> SurDeuxAns(string code, params (int PremiereAnnee, decimal Euros)[] valeurs) =>
        valeurs.Select(v =>
            ValeurDatee.DeNombre(
                code,
                v.Euros,
                new DateOnly(v.PremiereAnnee, 1, 1),
                new DateOnly(v.PremiereAnnee + 1, 12, 31),
                v.PremiereAnnee == 2026 ? Annexe2De2026 : Annexe2
            )
        );
}

using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Conventions;

namespace CdgMarches.App.Conventions;

/// <summary>Ce qu'un formulaire saisit des durées et des délais d'une convention.</summary>
public sealed class SaisieDeRegles
{
    public int? DureeInitiale { get; set; }

    public Reconduction Reconduction { get; set; }

    public int? Periode { get; set; }

    public int? ReconductionsAuPlus { get; set; }

    public int? PreavisDeLaCollectivite { get; set; }

    public int? PreavisDuCdg { get; set; }

    public int? DelaiDeMiseEnDemeure { get; set; }

    /// <summary>Les champs, pour comparer deux saisies.</summary>
    internal static IReadOnlyList<ChampCompare<SaisieDeRegles>> Champs { get; } =
    [
        new("Première durée", s => Dire(s.DureeInitiale, "ans"), (m, s) => m.DureeInitiale = s.DureeInitiale),
        new("Reconduction", s => s.Reconduction.Libelle(), (m, s) => m.Reconduction = s.Reconduction),
        new("Période de reconduction", s => Dire(s.Periode, "ans"), (m, s) => m.Periode = s.Periode),
        new(
            "Reconductions au plus",
            s => Dire(s.ReconductionsAuPlus, "fois"),
            (m, s) => m.ReconductionsAuPlus = s.ReconductionsAuPlus
        ),
        new(
            "Délai de la collectivité",
            s => Dire(s.PreavisDeLaCollectivite, "mois"),
            (m, s) => m.PreavisDeLaCollectivite = s.PreavisDeLaCollectivite
        ),
        new("Délai du CDG", s => Dire(s.PreavisDuCdg, "mois"), (m, s) => m.PreavisDuCdg = s.PreavisDuCdg),
        new(
            "Délai de mise en demeure",
            s => Dire(s.DelaiDeMiseEnDemeure, "jours"),
            (m, s) => m.DelaiDeMiseEnDemeure = s.DelaiDeMiseEnDemeure
        ),
    ];

    private static string? Dire(int? nombre, string unite) => nombre is { } n ? $"{Formats.Nombre((long)n)} {unite}" : null;

    internal static SaisieDeRegles De(ReglesDAcces regles) =>
        new()
        {
            DureeInitiale = regles.DureeInitialeEnAnnees,
            Reconduction = regles.Reconduction,
            Periode = regles.PeriodeDeReconductionEnAnnees,
            ReconductionsAuPlus = regles.ReconductionsAuPlus,
            PreavisDeLaCollectivite = regles.PreavisDeLaCollectiviteEnMois,
            PreavisDuCdg = regles.PreavisDuCdgEnMois,
            DelaiDeMiseEnDemeure = regles.DelaiDeMiseEnDemeureEnJours,
        };

    /// <summary>Les champs laissés vides.</summary>
    internal IReadOnlyList<ErreurDeSaisie> Manques() =>
        [
            .. new (string Champ, int? Valeur, string Message)[]
            {
                ("duree", DureeInitiale, "Donnez la première durée, en années."),
                ("periode", Periode, "Donnez la période de reconduction, en années."),
                ("preavis-collectivite", PreavisDeLaCollectivite, "Donnez le délai de la collectivité, en mois."),
                ("preavis-cdg", PreavisDuCdg, "Donnez le délai du CDG, en mois."),
                ("delai-mise-en-demeure", DelaiDeMiseEnDemeure, "Donnez le délai de mise en demeure, en jours."),
            }
                .Where(c => c.Valeur is null)
                .Select(c => new ErreurDeSaisie(c.Champ, c.Message)),
        ];

    internal ReglesDAcces Lire() =>
        new()
        {
            DureeInitialeEnAnnees = DureeInitiale ?? 0,
            Reconduction = Reconduction,
            PeriodeDeReconductionEnAnnees = Periode ?? 0,
            ReconductionsAuPlus = Reconduction is Reconduction.ParPeriodes ? ReconductionsAuPlus : null,
            PreavisDeLaCollectiviteEnMois = PreavisDeLaCollectivite ?? 0,
            PreavisDuCdgEnMois = PreavisDuCdg ?? 0,
            DelaiDeMiseEnDemeureEnJours = DelaiDeMiseEnDemeure ?? 0,
        };
}

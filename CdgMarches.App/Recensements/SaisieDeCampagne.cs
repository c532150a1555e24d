using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements;

/// <summary>Les champs d'une campagne pendant qu'on les remplit.</summary>
public sealed class SaisieDeCampagne
{
    public static IReadOnlyList<Option<PeriodeDesQuantites>> Periodes { get; } =
    [.. Enum.GetValues<PeriodeDesQuantites>().Select(p => new Option<PeriodeDesQuantites>(p, p.Libelle()))];

    public string? Intitule { get; set; }

    public string? Consigne { get; set; }

    public DateOnly? Ouverture { get; set; }

    public DateOnly? Cloture { get; set; }

    public PeriodeDesQuantites Periode { get; set; }

    public int? Duree { get; set; } = 4;

    public DateOnly? Lancement { get; set; }

    public static SaisieDeCampagne De(ParametresDeCampagne p) =>
        new()
        {
            Intitule = p.Intitule,
            Consigne = p.Consigne,
            Ouverture = p.Ouverture,
            Cloture = p.Cloture,
            Periode = p.Periode,
            Duree = p.DureeEnAnnees,
            Lancement = p.LancementPrevu,
        };

    /// <summary>Ce qui manque pour lire le formulaire ; les règles, elles, sont celles du domaine.</summary>
    public IReadOnlyList<ErreurDeSaisie> Manques()
    {
        List<ErreurDeSaisie> manques = [];
        if (string.IsNullOrWhiteSpace(Intitule))
        {
            manques.Add(new ErreurDeSaisie("intitule", "Donnez un intitulé à la campagne."));
        }

        if (Ouverture is null)
        {
            manques.Add(new ErreurDeSaisie("ouverture", "Donnez la date d'ouverture."));
        }

        if (Cloture is null)
        {
            manques.Add(new ErreurDeSaisie("cloture", "Donnez la date de clôture."));
        }

        if (Duree is null)
        {
            manques.Add(new ErreurDeSaisie("duree", "Donnez la durée de l'accord-cadre, en années."));
        }

        return manques;
    }

    public ParametresDeCampagne Lire() =>
        new(Intitule ?? "", Consigne, Ouverture!.Value, Cloture!.Value, Periode, Duree!.Value, Lancement);
}

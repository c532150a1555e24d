using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Le formulaire des termes d'une convention.</summary>
public sealed class SaisieDeTermes
{
    public static IReadOnlyList<Option<DureeDeConvention>> Durees { get; } =
    [.. Enum.GetValues<DureeDeConvention>().Select(d => new Option<DureeDeConvention>(d, d.Libelle()))];

    public string? Objet { get; set; }

    public DureeDeConvention Duree { get; set; }

    public DateOnly? DernierJour { get; set; }

    public bool Signe { get; set; } = true;

    public bool Notifie { get; set; } = true;

    public bool Execute { get; set; }

    public bool Paie { get; set; }

    public string? Finances { get; set; }

    public string? Tribunal { get; set; }

    /// <summary>Une convention neuve part de ce que son groupement sait déjà.</summary>
    public static SaisieDeTermes De(FicheGroupement fiche) =>
        new()
        {
            Objet = fiche.Identite.Objet,
            Duree =
                fiche.Identite.EstPermanent ? DureeDeConvention.Indeterminee
                : fiche.Identite.Fin is null ? DureeDeConvention.JusquAuxMarches
                : DureeDeConvention.Fixe,
            DernierJour = fiche.Identite.Fin,
            Execute = !fiche.Identite.EstPermanent,
            Finances =
                "La mission du coordonnateur n'est pas rémunérée. Chaque membre assure l'exécution financière des prestations dont il bénéficie.",
        };

    public static SaisieDeTermes De(TermesDeConvention termes) =>
        new()
        {
            Objet = termes.ObjetDesMarches,
            Duree = termes.Duree,
            DernierJour = termes.DernierJourFixe,
            Signe = termes.Integration.Signe,
            Notifie = termes.Integration.Notifie,
            Execute = termes.Integration.Execute,
            Paie = termes.Integration.Paie,
            Finances = termes.DispositionsFinancieres,
            Tribunal = termes.Tribunal,
        };

    public TermesDeConvention Lire() =>
        new(
            (Objet ?? "").Trim(),
            Duree,
            DernierJour,
            new Integration
            {
                Signe = Signe,
                Notifie = Notifie,
                Execute = Execute,
                Paie = Paie,
            },
            (Finances ?? "").Trim(),
            (Tribunal ?? "").Trim()
        );
}

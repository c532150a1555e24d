using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Le formulaire des termes d'une convention.</summary>
public sealed class SaisieDeTermes
{
    public static IReadOnlyList<Option<DureeDeConvention>> Durees { get; } =
    [.. Enum.GetValues<DureeDeConvention>().Select(d => new Option<DureeDeConvention>(d, d.Libelle()))];

    public static IReadOnlyList<ChampCompare<SaisieDeTermes>> Champs { get; } =
    [
        new("Objet des marchés", s => s.Objet, (moi, lui) => moi.Objet = lui.Objet),
        new("Durée", s => s.Duree.Libelle(), (moi, lui) => moi.Duree = lui.Duree),
        new("Dernier jour", s => Formats.DateCourte(s.DernierJour), (moi, lui) => moi.DernierJour = lui.DernierJour),
        new("Le coordonnateur signe", s => Dire(s.Signe), (moi, lui) => moi.Signe = lui.Signe),
        new("Il notifie", s => Dire(s.Notifie), (moi, lui) => moi.Notifie = lui.Notifie),
        new("Il exécute", s => Dire(s.Execute), (moi, lui) => moi.Execute = lui.Execute),
        new("Il paie", s => Dire(s.Paie), (moi, lui) => moi.Paie = lui.Paie),
        new("Dispositions financières", s => s.Finances, (moi, lui) => moi.Finances = lui.Finances),
        new("Tribunal", s => s.Tribunal, (moi, lui) => moi.Tribunal = lui.Tribunal),
    ];

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
            Finances = "La mission du coordonnateur n'est pas rémunérée.",
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

    private static string Dire(bool fait) => fait ? "oui" : "non";
}

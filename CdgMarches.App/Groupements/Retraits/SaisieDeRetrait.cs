using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Ce que l'on saisit de la délibération d'un retrait : ses dates, le jour de sortie, ses modalités financières.</summary>
public sealed class SaisieDeRetrait
{
    public SaisieDActe Acte { get; private init; } = new();

    public DateOnly? Sortie { get; set; }

    public string? Modalites { get; set; }

    public List<SaisieDeSomme> Sommes { get; private set; } = [];

    public static IReadOnlyList<ChampCompare<SaisieDeRetrait>> Champs { get; } =
    [
        .. SaisieDActe.ChampsDe<SaisieDeRetrait>(s => s.Acte),
        new("Dernier jour", s => Formats.DateCourte(s.Sortie), (moi, lui) => moi.Sortie = lui.Sortie),
        new("Modalités financières", s => s.Modalites, (moi, lui) => moi.Modalites = lui.Modalites),
        new("Sommes dues", s => s.EnClair, (moi, lui) => moi.Sommes = lui.Sommes),
    ];

    public static SaisieDeRetrait De(DossierDeRetrait dossier) =>
        new()
        {
            Acte = SaisieDActe.De(dossier.Deliberation),
            Sortie = dossier.SortieLe,
            Modalites = dossier.Modalites,
            Sommes =
            [
                .. dossier.Sommes.Select(s => new SaisieDeSomme
                {
                    Libelle = s.Libelle,
                    Montant = s.Montant.Euros,
                    DueLe = s.DueLe,
                }),
            ],
        };

    /// <summary>Le changement, tel que saisi : ce qui manque à une somme se dit avec le reste, à son champ.</summary>
    public ChangementDeRetrait.Deliberation Lire() =>
        new(
            Acte.Lire(),
            Sortie,
            Modalites,
            [
                .. Sommes.Select(s => new SommeDeRetrait(
                    s.Libelle ?? "",
                    s.Montant is { } montant ? MontantTtc.Arrondir(montant) : null,
                    s.DueLe
                )),
            ]
        );

    private string EnClair =>
        string.Join(
            " ; ",
            Sommes.Select(s =>
                $"{s.Libelle} {(s.Montant is { } montant ? Formats.EurosTtc(montant) : Formats.Absent)}, due le {Formats.DateCourte(s.DueLe)}"
            )
        );
}

internal static class SommesEnClair
{
    /// <summary>« Frais 2026 : 1 250,50 € TTC, due le 31/01/2027 ».</summary>
    public static string EnClair(this SommeDue somme) =>
        $"{somme.Libelle} : {Formats.Montant(somme.Montant)}, due le {Formats.DateCourte(somme.DueLe)}";
}

/// <summary>Une somme que la délibération fixe, telle qu'on la saisit.</summary>
public sealed class SaisieDeSomme
{
    public string? Libelle { get; set; }

    public decimal? Montant { get; set; }

    public DateOnly? DueLe { get; set; }
}

using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements;

/// <summary>Le formulaire d'identité d'un groupement.</summary>
public sealed class SaisieDeGroupement
{
    public string? Nom { get; set; }

    public string? Objet { get; set; }

    public SuggestionDeCollectivite? Coordonnateur { get; set; }

    public DateOnly? Debut { get; set; }

    public DateOnly? Fin { get; set; }

    public bool EstPermanent { get; set; }

    public int? Millesime { get; set; }

    public Guid? Responsable { get; set; }

    public Guid? Suppleant { get; set; }

    /// <summary>La version de la fiche dont la saisie est partie.</summary>
    public int Version { get; init; }

    /// <summary>Les noms des agents, pour montrer un conflit.</summary>
    public (string? Responsable, string? Suppleant) Noms { get; init; }

    public static IReadOnlyList<ChampCompare<SaisieDeGroupement>> Champs { get; } =
    [
        new("Nom", s => s.Nom),
        new("Objet", s => s.Objet),
        new("Coordonnateur", s => s.Coordonnateur?.Nom),
        new("Premier jour", s => Formats.DateCourte(s.Debut)),
        new("Dernier jour", s => Formats.DateCourte(s.Fin)),
        new("Groupement permanent", s => s.EstPermanent ? "oui" : "non"),
        new("Millésime", s => s.Millesime?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("Responsable", s => s.Noms.Responsable),
        new("Suppléant", s => s.Noms.Suppleant),
    ];

    public static SaisieDeGroupement De(FicheGroupement fiche) =>
        new()
        {
            Nom = fiche.Nom,
            Objet = fiche.Identite.Objet,
            Coordonnateur = new SuggestionDeCollectivite(
                fiche.Identite.Coordonnateur,
                fiche.NomDuCoordonnateur,
                default,
                null,
                null,
                null
            ),
            Debut = fiche.Identite.Debut,
            Fin = fiche.Identite.Fin,
            EstPermanent = fiche.Identite.EstPermanent,
            Millesime = fiche.Identite.Millesime,
            Responsable = fiche.Responsable,
            Suppleant = fiche.Suppleant,
            Version = fiche.Version,
            Noms = (fiche.NomDuResponsable, fiche.NomDuSuppleant),
        };

    /// <summary>La même saisie, comptée sur la version de l'autre et avec les noms des agents choisis.</summary>
    public SaisieDeGroupement Avec(int version, IReadOnlyList<Option<Guid?>> agents) =>
        new()
        {
            Nom = Nom,
            Objet = Objet,
            Coordonnateur = Coordonnateur,
            Debut = Debut,
            Fin = Fin,
            EstPermanent = EstPermanent,
            Millesime = Millesime,
            Responsable = Responsable,
            Suppleant = Suppleant,
            Version = version,
            Noms = (
                agents.FirstOrDefault(a => a.Valeur == Responsable)?.Libelle,
                agents.FirstOrDefault(a => a.Valeur == Suppleant)?.Libelle
            ),
        };

    /// <summary>L'identité saisie, et ce qui l'empêche de se lire.</summary>
    public (IdentiteDeGroupement? Identite, IReadOnlyList<ErreurDeSaisie> Erreurs) Lire()
    {
        if (Debut is not { } debut)
        {
            return (null, [new ErreurDeSaisie("debut", "Indiquez le premier jour du groupement.")]);
        }

        var identite = new IdentiteDeGroupement(Nom, Objet, Coordonnateur?.Id ?? default, debut, Fin, EstPermanent, Millesime);
        return (
            identite,
            [
                .. Groupement
                    .PeutAvoir(identite)
                    .Obstacles.Where(o => o.Champ is not null)
                    .Select(o => new ErreurDeSaisie(o.Champ!, o.Message)),
            ]
        );
    }
}

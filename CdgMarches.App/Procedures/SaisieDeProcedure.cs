using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Procedures;

/// <summary>Le formulaire d'une procédure.</summary>
public sealed class SaisieDeProcedure
{
    public string? Objet { get; set; }

    public NatureDAchat Nature { get; set; }

    public Guid? Responsable { get; set; }

    public Guid? Suppleant { get; set; }

    /// <summary>La version de la fiche dont la saisie est partie.</summary>
    public int Version { get; init; }

    /// <summary>Les noms des agents, pour montrer un conflit.</summary>
    public (string? Responsable, string? Suppleant) Noms { get; init; }

    public static IReadOnlyList<ChampCompare<SaisieDeProcedure>> Champs { get; } =
    [
        new("Objet", s => s.Objet),
        new("Nature principale", s => s.Nature.Libelle()),
        new("Responsable", s => s.Noms.Responsable),
        new("Suppléant", s => s.Noms.Suppleant),
    ];

    public static SaisieDeProcedure De(FicheProcedure fiche) =>
        new()
        {
            Objet = fiche.Objet,
            Nature = fiche.Nature,
            Responsable = fiche.Responsable,
            Suppleant = fiche.Suppleant,
            Version = fiche.Version,
            Noms = (fiche.NomDuResponsable, fiche.NomDuSuppleant),
        };

    /// <summary>La même saisie, comptée sur la version de l'autre et avec les noms des agents choisis.</summary>
    public SaisieDeProcedure Avec(int version, IReadOnlyList<Option<Guid?>> agents) =>
        new()
        {
            Objet = Objet,
            Nature = Nature,
            Responsable = Responsable,
            Suppleant = Suppleant,
            Version = version,
            Noms = (
                agents.FirstOrDefault(a => a.Valeur == Responsable)?.Libelle,
                agents.FirstOrDefault(a => a.Valeur == Suppleant)?.Libelle
            ),
        };
}

using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce qu'un agent écrit d'une grille, avant qu'elle ne soit adoptée.</summary>
public sealed record DefinitionDeGrille
{
    public string Intitule { get; init; } = "";

    public PorteeDeGrille Portee { get; init; }

    /// <summary>Le groupement dont les membres paient ; nul pour les conventions d'accès.</summary>
    public GroupementId? Groupement { get; init; }

    public TypeDeFacturation Type { get; init; } = new("", "", Declencheur.Annuel, NatureDeLaDette.Contribution);

    /// <summary>Ce que le titre dit faire payer ; {exercice} y est remplacé.</summary>
    public string Objet { get; init; } = "";

    /// <summary>La convention et ses articles, tels que l'appel les cite.</summary>
    public string Fondement { get; init; } = "";

    public MethodeDeProrata Prorata { get; init; }

    public TauxTva Tva { get; init; }

    public Imputation Imputation { get; init; } = Imputation.Vide;

    public LecturesDeLaGrille Lectures { get; init; } = LecturesDeLaGrille.ParDefaut;

    /// <summary>Les axes, dans l'ordre des coordonnées des cases.</summary>
    public IReadOnlyList<AxeDeGrille> Axes { get; init; } = [];

    public IReadOnlyList<TrancheDAxe> Tranches { get; init; } = [];

    public IReadOnlyList<LectureDeCasLimite> CasLimites { get; init; } = [];

    public IReadOnlyList<CelluleDeGrille> Cellules { get; init; } = [];

    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>Les agents que la grille compte chez un redevable, avec ceux de ses établissements si elle les ajoute.</summary>
    public int? AgentsComptes(FaitsDuRedevable faits) =>
        Lectures.AvecEtablissements ? faits.Agents + faits.AgentsDesEtablissements : faits.Agents;

    /// <summary>Tout ce que les axes laissent de côté ou prennent deux fois.</summary>
    public IReadOnlyList<DefautDeCouverture> Defauts() =>
        [.. Axes.SelectMany(axe => Couverture.Examiner(axe, Tranches, CasLimites))];

    /// <summary>Les coordonnées de toutes les cases, dans l'ordre du tableau.</summary>
    public IReadOnlyList<string> ToutesLesCoordonnees() => Coordonnees(Axes, Tranches);

    /// <summary>Les tranches d'une case, dans l'ordre des axes.</summary>
    public IEnumerable<TrancheDAxe> TranchesDe(string coordonnees) =>
        coordonnees
            .Split('.')
            .Zip(Axes)
            .Select(p =>
                Tranches.First(t =>
                    t.Axe == p.Second && t.Numero == int.Parse(p.First, System.Globalization.CultureInfo.InvariantCulture)
                )
            );

    internal static IReadOnlyList<string> Coordonnees(IReadOnlyList<AxeDeGrille> axes, IReadOnlyList<TrancheDAxe> tranches)
    {
        IEnumerable<IReadOnlyList<int>> chemins =
        [
            [],
        ];
        foreach (var axe in axes)
        {
            var numeros = tranches.Where(t => t.Axe == axe).Select(t => t.Numero).Order().ToList();
            chemins = [.. chemins.SelectMany(chemin => numeros.Select(n => (IReadOnlyList<int>)[.. chemin, n]))];
        }

        return [.. chemins.Select(CelluleDeGrille.Coordonner)];
    }
}

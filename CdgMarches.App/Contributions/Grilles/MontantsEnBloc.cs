using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Remplit plusieurs cases d'une grille à la fois : un bloc collé d'un tableur, ou un même montant pour une tranche.</summary>
public static class MontantsEnBloc
{
    /// <summary>Place un bloc collé : tout se lit et tient dans la grille, ou rien ne change.</summary>
    /// <param name="saisie">La grille en cours d'écriture.</param>
    /// <param name="bloc">Des lignes séparées par des retours, des colonnes par des tabulations.</param>
    /// <exception cref="RefusException">Le bloc n'a pas la forme de la grille, ou un montant ne se lit pas.</exception>
    /// <returns>Le nombre de cases remplies.</returns>
    public static int Coller(SaisieDeGrille saisie, string? bloc)
    {
        var definition = saisie.EnDefinition();
        var coordonnees = definition.ToutesLesCoordonnees();
        var montants = Lire(bloc);
        var (lignes, colonnes) = (montants.Count, montants.Count == 0 ? 0 : montants.Max(l => l.Count));
        if (coordonnees.Count == 0 || lignes == 0)
        {
            throw new RefusException(
                coordonnees.Count == 0
                    ? "La grille n'a pas encore de case : choisissez ses axes et leurs tranches."
                    : "Collez d'abord les montants copiés dans le tableur."
            );
        }

        if (montants.Exists(l => l.Count != colonnes))
        {
            throw new RefusException("Les lignes du bloc n'ont pas toutes autant de colonnes. Rien n'a été changé.");
        }

        if (Croise(definition) is var (enColonnes, enLignes) && (lignes, colonnes) == (enLignes.Count, enColonnes.Count))
        {
            // The shape the agent sees in the table of the grid: rows of the second axis, columns of the first.
            foreach (var (l, ligne) in montants.Index())
            {
                foreach (var (c, montant) in ligne.Index())
                {
                    Poser(saisie.Case(CelluleDeGrille.Coordonner([enColonnes[c].Numero, enLignes[l].Numero])), null, montant);
                }
            }

            return lignes * colonnes;
        }

        if (lignes != coordonnees.Count || colonnes is not (1 or 2))
        {
            throw new RefusException(
                $"Le bloc a {Formats.Compter(lignes, "ligne")} et {Formats.Compter(colonnes, "colonne")}. {Attendu(definition, coordonnees.Count)} Rien n'a été changé."
            );
        }

        foreach (var (ligne, ou) in montants.Zip(coordonnees))
        {
            Poser(saisie.Case(ou), colonnes == 2 ? ligne[0] : null, ligne[^1]);
        }

        return lignes;
    }

    /// <summary>Met un même montant dans toutes les cases d'une tranche, ou de la grille entière.</summary>
    /// <param name="saisie">La grille en cours d'écriture.</param>
    /// <param name="tranche">La tranche ; nulle pour toutes les cases.</param>
    /// <param name="euros">Le montant de chaque année.</param>
    /// <returns>Le nombre de cases remplies.</returns>
    public static int Appliquer(SaisieDeGrille saisie, (AxeDeGrille Axe, int Numero)? tranche, decimal euros)
    {
        var definition = saisie.EnDefinition();
        List<string> visees =
        [
            .. definition
                .ToutesLesCoordonnees()
                .Where(c =>
                    tranche is not { } voulue
                    || definition.TranchesDe(c).Any(t => (t.Axe, t.Numero) == (voulue.Axe, voulue.Numero))
                ),
        ];
        visees.ForEach(c => Poser(saisie.Case(c), null, euros));
        return visees.Count;
    }

    /// <summary>Ce que l'on peut coller, en une phrase.</summary>
    public static string Attendu(DefinitionDeGrille definition, int cases) =>
        (
            Croise(definition) is var (colonnes, lignes)
                ? $"La grille attend {Formats.Compter(lignes.Count, "ligne")} ({lignes[0].Axe.Libelle()}) et {Formats.Compter(colonnes.Count, "colonne")} ({colonnes[0].Axe.Libelle()}), ou une ligne par case"
                : "La grille attend une ligne par case"
        ) + $", soit {Formats.Compter(cases, "ligne")}, d'un montant, ou de deux : la première année, puis les suivantes.";

    /// <summary>Les colonnes et les lignes du tableau croisé d'une grille de deux axes.</summary>
    private static (List<TrancheDAxe> Colonnes, List<TrancheDAxe> Lignes)? Croise(DefinitionDeGrille definition) =>
        definition.Axes is [var colonnes, var lignes]
        && Tranches(definition, colonnes) is { Count: > 0 } c
        && Tranches(definition, lignes) is { Count: > 0 } l
            ? (c, l)
            : null;

    private static List<TrancheDAxe> Tranches(DefinitionDeGrille definition, AxeDeGrille axe) =>
        [.. definition.Tranches.Where(t => t.Axe == axe).OrderBy(t => t.Numero)];

    private static List<List<decimal>> Lire(string? bloc) =>
        [
            .. (bloc ?? "")
                .ReplaceLineEndings("\n")
                .TrimEnd('\n')
                .Split('\n')
                .Index()
                .Where(l => l.Index > 0 || !string.IsNullOrWhiteSpace(bloc))
                .Select(l => l.Item.Split('\t').Index().Select(c => Montant(c.Item, l.Index + 1, c.Index + 1)).ToList()),
        ];

    private static decimal Montant(string texte, int ligne, int colonne) =>
        string.Equals(texte.Trim(), "Gratuit", StringComparison.OrdinalIgnoreCase) ? 0
        : Frappe.Euros(texte) is { } euros ? euros
        : throw new RefusException(
            $"« {texte.Trim()} », ligne {ligne}, colonne {colonne}, n'est pas un montant. Rien n'a été changé."
        );

    private static void Poser(SaisieDeCase cellule, decimal? premiere, decimal suivantes) =>
        (cellule.Premiere, cellule.PremiereIllisible, cellule.Suivantes, cellule.SuivantesIllisible) = (
            premiere,
            null,
            suivantes,
            null
        );
}

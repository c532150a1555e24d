using CdgMarches.App.Socle;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Comment une grille se lit, point par point : ce que son annexe, sa simulation et son classeur impriment.</summary>
internal static class LecturesEnClair
{
    public static IEnumerable<(string Point, string Lecture)> De(DefinitionDeGrille grille)
    {
        var lectures = grille.Lectures;
        if (grille.Axes.Contains(AxeDeGrille.Agents))
        {
            yield return (
                "Agents comptés",
                $"{lectures.Agents.Libelle()}, au 1er janvier de l'année appelée"
                    + (lectures.AvecEtablissements ? ", CCAS et caisse des écoles sans accès propre compris" : "")
            );
        }

        if (grille.Axes.Contains(AxeDeGrille.Consultations))
        {
            yield return (
                "Consultations comptées",
                $"créées, hors essais, un allotissement comptant pour une ; {lectures.Consultations.Libelle()}"
                    + (lectures.VolumeAnnualise ? " ; volume d'une année incomplète ramené à l'année" : "")
            );
        }

        foreach (var cas in grille.CasLimites)
        {
            yield return ($"{Formats.Nombre((long)cas.Valeur)} {cas.Axe.Unite()}", Tranche(grille, cas));
        }

        yield return ("Année incomplète", grille.Prorata.Libelle());
    }

    /// <summary>« tranche 2, De 50 à 150 ».</summary>
    private static string Tranche(DefinitionDeGrille grille, LectureDeCasLimite cas) =>
        grille.Tranches.FirstOrDefault(t => t.Axe == cas.Axe && t.Numero == cas.Tranche) is { } tranche
            ? $"tranche {Formats.Nombre((long)tranche.Numero)}, {tranche.EnClair}"
            : Formats.Absent;
}

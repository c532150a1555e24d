using System.Globalization;
using CdgMarches.Domain.Contributions;
using Microsoft.AspNetCore.WebUtilities;

namespace CdgMarches.App.Contributions.Grilles;

/// <summary>Les lectures choisies à l'écran de simulation, portées par l'adresse de son classeur : les deux disent la même chose.</summary>
internal static class AdresseDeComparaison
{
    public static string Ecrire(
        GrilleId id,
        int exercice,
        LecturesDeLaGrille? lectures,
        IReadOnlyList<LectureDeCasLimite>? casLimites
    )
    {
        List<KeyValuePair<string, string?>> valeurs = [new("exercice", exercice.ToString(CultureInfo.InvariantCulture))];
        if (lectures is not null)
        {
            valeurs.Add(new("agents", lectures.Agents.ToString()));
            valeurs.Add(new("etablissements", lectures.AvecEtablissements ? "oui" : "non"));
            valeurs.Add(new("consultations", lectures.Consultations.ToString()));
            valeurs.Add(new("annualise", lectures.VolumeAnnualise ? "oui" : "non"));
        }

        valeurs.AddRange(
            (casLimites ?? []).Select(c => new KeyValuePair<string, string?>(
                "cas",
                string.Create(CultureInfo.InvariantCulture, $"{c.Axe}.{c.Valeur}.{c.Tranche}")
            ))
        );
        return QueryHelpers.AddQueryString($"{AdressesDesContributions.Grille(id, "simulation")}.xlsx", valeurs);
    }

    /// <summary>Relit l'adresse ; ce qui n'y est pas, ou ne se lit pas, garde la valeur de la grille.</summary>
    public static (LecturesDeLaGrille? Lectures, IReadOnlyList<LectureDeCasLimite>? CasLimites) Lire(IQueryCollection requete)
    {
        var lectures =
            Enum.TryParse<DecompteDesAgents>(requete["agents"], out var agents)
            && Enum.TryParse<AnneeDesConsultations>(requete["consultations"], out var annee)
                ? new LecturesDeLaGrille(agents, requete["etablissements"] == "oui", annee, requete["annualise"] == "oui")
                : null;
        var cas = requete["cas"].Select(Cas).OfType<LectureDeCasLimite>().ToList();
        return (lectures, cas.Count == 0 ? null : cas);
    }

    private static LectureDeCasLimite? Cas(string? texte) =>
        texte?.Split('.') is [var nom, var valeur, var tranche]
        && Enum.TryParse<AxeDeGrille>(nom, out var axe)
        && int.TryParse(valeur, NumberStyles.None, CultureInfo.InvariantCulture, out var v)
        && int.TryParse(tranche, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            ? new LectureDeCasLimite(axe, v, t, confirmationRequise: false, null)
            : null;
}

using CdgMarches.App.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements;

/// <summary>Comment un acte nomme un groupement dont le nom dit peut-être déjà que c'en est un.</summary>
internal static class AppellationDuGroupement
{
    /// <returns>« le groupement de commandes « Fournitures » », ou « le groupement permanent « … » » si le nom commence ainsi.</returns>
    public static string De(string nom) =>
        CleDeTri.De(nom).StartsWith("GROUPEMENT ", StringComparison.Ordinal)
            ? GrammaireDuNom.AvecArticle(nom)
            : $"le groupement de commandes {Typographie.Citer(nom)}";

    /// <summary>Le nom où un membre le lit : les millésimes d'un groupement permanent ont le même nom, l'année les distingue.</summary>
    /// <returns>« Dématérialisation (millésime 2027) » ; le nom seul s'il dit déjà l'année, ou s'il n'y a pas de millésime.</returns>
    public static string AvecMillesime(string nom, int? millesime) =>
        millesime?.ToString(Francais.Culture) is { } annee && !nom.Contains(annee, StringComparison.Ordinal)
            ? $"{nom} (millésime {annee})"
            : nom;
}

using System.Globalization;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Ce que la feuille masquée d'un classeur de membre dit de lui : de quelle campagne, de qui, de quelle version.</summary>
/// <param name="Campagne">La campagne.</param>
/// <param name="Membre">Le membre à qui le classeur a été remis.</param>
/// <param name="NomDuMembre">Son nom ce jour-là, pour les phrases de refus.</param>
/// <param name="VersionDuCatalogue">La version du catalogue dont le classeur porte les lignes.</param>
/// <param name="GenereLe">L'instant où il a été rempli : ce qui a changé en base depuis se voit.</param>
/// <param name="Feuilles">Les réponses qu'il porte et le nom de leur feuille, dans l'ordre.</param>
public sealed record IdentiteDeClasseur(
    CampagneId Campagne,
    CollectiviteId Membre,
    string NomDuMembre,
    int VersionDuCatalogue,
    DateTimeOffset GenereLe,
    IReadOnlyList<FeuilleDeClasseur> Feuilles
)
{
    /// <summary>Le format des classeurs ; il change quand une ancienne version du programme ne saurait plus les lire.</summary>
    public const string Format = "1";

    private const string Nature = "recensement-membre";
    private const string PrefixeDeReponse = "reponse-";

    /// <summary>Les clés de la feuille masquée, sans le sceau.</summary>
    internal Dictionary<string, string> EnMeta()
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["nature"] = Nature,
            ["format"] = Format,
            ["campagne"] = Campagne.Valeur.ToString("D"),
            ["membre"] = Membre.Valeur.ToString("D"),
            ["nom"] = NomDuMembre,
            ["catalogue"] = VersionDuCatalogue.ToString(CultureInfo.InvariantCulture),
            ["genere"] = GenereLe.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        for (var i = 0; i < Feuilles.Count; i++)
        {
            var rang = (i + 1).ToString("D2", CultureInfo.InvariantCulture);
            meta[$"{PrefixeDeReponse}{rang}"] = $"{Feuilles[i].Reponse.Valeur:D} {Feuilles[i].Nom}";
        }

        return meta;
    }

    /// <returns>Vrai si le fichier se dit un classeur de membre, qu'on sache le lire ou non.</returns>
    internal static bool EnEstUne(IReadOnlyDictionary<string, string> meta) => meta.GetValueOrDefault("nature") == Nature;

    internal static bool EstDUnAutreFormat(IReadOnlyDictionary<string, string> meta) =>
        meta.GetValueOrDefault("format") != Format;

    internal static IdentiteDeClasseur? DeMeta(IReadOnlyDictionary<string, string> meta)
    {
        if (
            !Guid.TryParse(meta.GetValueOrDefault("campagne"), out var campagne)
            || !Guid.TryParse(meta.GetValueOrDefault("membre"), out var membre)
            || !int.TryParse(
                meta.GetValueOrDefault("catalogue"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var catalogue
            )
            || !DateTimeOffset.TryParse(
                meta.GetValueOrDefault("genere"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var genere
            )
        )
        {
            return null;
        }

        List<FeuilleDeClasseur> feuilles = [];
        foreach (
            var valeur in meta.Where(m => m.Key.StartsWith(PrefixeDeReponse, StringComparison.Ordinal))
                .OrderBy(m => m.Key, StringComparer.Ordinal)
                .Select(m => m.Value)
        )
        {
            if (valeur.Length < 38 || !Guid.TryParse(valeur.AsSpan(0, 36), out var reponse))
            {
                return null;
            }

            feuilles.Add(new FeuilleDeClasseur(new ReponseId(reponse), valeur[37..]));
        }

        return feuilles.Count == 0
            ? null
            : new IdentiteDeClasseur(
                new CampagneId(campagne),
                new CollectiviteId(membre),
                meta.GetValueOrDefault("nom") ?? "",
                catalogue,
                genere,
                feuilles
            );
    }
}

/// <summary>La feuille où une réponse se remplit.</summary>
public sealed record FeuilleDeClasseur(ReponseId Reponse, string Nom);

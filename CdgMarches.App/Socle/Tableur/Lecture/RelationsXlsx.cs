using System.Xml;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>Un lien d'une partie de l'archive vers une autre.</summary>
internal sealed record Relation(string Identifiant, string Type, string Cible)
{
    /// <summary>Le type se juge à sa fin : le format « strict » a d'autres adresses pour les mêmes liens.</summary>
    public bool EstDeType(string nom) => Type.EndsWith("/" + nom, StringComparison.Ordinal);
}

internal static class RelationsXlsx
{
    /// <param name="archive">Le classeur.</param>
    /// <param name="partie">La partie d'où partent les liens ; vide pour la racine.</param>
    public static IReadOnlyList<Relation> Lire(ArchiveBornee archive, string partie)
    {
        var dossier = partie.LastIndexOf('/') is var i and >= 0 ? partie[..(i + 1)] : string.Empty;
        using var flux = archive.Ouvrir($"{dossier}_rels/{partie[dossier.Length..]}.rels");
        if (flux is null)
        {
            return [];
        }

        var relations = new List<Relation>();
        using var xml = XmlSur.Lire(flux);
        while (xml.Read())
        {
            if (
                xml.NodeType is XmlNodeType.Element
                && xml.LocalName == "Relationship"
                && xml.GetAttribute("TargetMode") != "External"
            )
            {
                relations.Add(
                    new Relation(
                        xml.GetAttribute("Id") ?? string.Empty,
                        xml.GetAttribute("Type") ?? string.Empty,
                        Resoudre(dossier, xml.GetAttribute("Target") ?? string.Empty)
                    )
                );
            }
        }

        return relations;
    }

    private static string Resoudre(string dossier, string cible)
    {
        cible = cible.Replace('\\', '/');
        var morceaux = new List<string>();
        foreach (var morceau in (cible.StartsWith('/') ? cible : dossier + cible).Split('/'))
        {
            if (morceau == ".." && morceaux.Count > 0)
            {
                morceaux.RemoveAt(morceaux.Count - 1);
            }
            else if (morceau.Length > 0 && morceau is not ("." or ".."))
            {
                morceaux.Add(morceau);
            }
        }

        return string.Join('/', morceaux);
    }
}

using System.Collections.Frozen;
using System.Xml;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>
/// Lit un classeur .xlsx au fil du XML, sans le charger : rapide, et insensible aux libertés que prennent LibreOffice et les
/// générateurs (noms de parties, chaînes en ligne, espace de noms « strict »).
/// </summary>
internal static class LecteurXlsx
{
    private sealed record FeuilleDeclaree(string Nom, string Identifiant, bool Masquee);

    private sealed record Classeur(IReadOnlyList<FeuilleDeclaree> Feuilles, bool Depuis1904);

    public static TableurLu Lire(byte[] contenu, string nomDeFichier, string empreinte, LimitesDeLecture limites, Refus refus)
    {
        try
        {
            using var archive = new ArchiveBornee(contenu, limites, refus);
            ReconnaissanceDArchive.Exiger(archive, refus);
            return Lire(archive, nomDeFichier, empreinte, limites, refus);
        }
        catch (Exception panne)
            when (panne
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            throw refus.Abime(panne);
        }
    }

    private static TableurLu Lire(
        ArchiveBornee archive,
        string nomDeFichier,
        string empreinte,
        LimitesDeLecture limites,
        Refus refus
    )
    {
        var cheminDuClasseur =
            RelationsXlsx.Lire(archive, string.Empty).FirstOrDefault(r => r.EstDeType("officeDocument"))?.Cible
            ?? "xl/workbook.xml";
        var classeur = LireClasseur(archive, cheminDuClasseur) ?? throw refus.Abime();
        if (classeur.Feuilles.Count > limites.Feuilles)
        {
            throw refus.TropDeFeuilles(limites.Feuilles);
        }

        var relations = RelationsXlsx.Lire(archive, cheminDuClasseur);
        var chaines = ChainesPartagees.Lire(archive, relations.FirstOrDefault(r => r.EstDeType("sharedStrings"))?.Cible);
        var styles = StylesXlsx.Lire(archive, relations.FirstOrDefault(r => r.EstDeType("styles"))?.Cible, classeur.Depuis1904);
        var lecteur = new LecteurDeFeuille(chaines, styles, limites, refus);

        var feuilles = new List<FeuilleLue>();
        IReadOnlyDictionary<string, string> meta = FrozenDictionary<string, string>.Empty;
        foreach (var declaree in classeur.Feuilles)
        {
            var estMeta = string.Equals(declaree.Nom, ClasseurExcel.FeuilleMeta, StringComparison.OrdinalIgnoreCase);
            var relation = relations.FirstOrDefault(r => r.Identifiant == declaree.Identifiant);
            if ((declaree.Masquee && !estMeta) || relation is null || !relation.EstDeType("worksheet"))
            {
                continue;
            }

            using var flux = archive.Ouvrir(relation.Cible) ?? throw refus.Abime();
            var feuille = new FeuilleLue(declaree.Nom, lecteur.Lire(flux, declaree.Nom));
            if (estMeta)
            {
                meta = LireMeta(feuille);
            }
            else
            {
                feuilles.Add(feuille);
            }
        }

        return new TableurLu
        {
            NomDeFichier = nomDeFichier,
            Format = FormatDeTableur.Xlsx,
            Empreinte = empreinte,
            Feuilles = feuilles,
            Meta = meta,
        };
    }

    private static Classeur? LireClasseur(ArchiveBornee archive, string chemin)
    {
        using var flux = archive.Ouvrir(chemin);
        if (flux is null)
        {
            return null;
        }

        var feuilles = new List<FeuilleDeclaree>();
        var depuis1904 = false;
        using var xml = XmlSur.Lire(flux);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "sheet")
            {
                feuilles.Add(LireFeuilleDeclaree(xml));
            }
            else if (xml.LocalName == "workbookPr")
            {
                depuis1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
        }

        return new Classeur(feuilles, depuis1904);
    }

    private static FeuilleDeclaree LireFeuilleDeclaree(XmlReader xml)
    {
        var (nom, identifiant, masquee) = (string.Empty, string.Empty, false);
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "name":
                    nom = xml.Value;
                    break;
                case "id" when xml.Prefix.Length > 0:
                    identifiant = xml.Value;
                    break;
                case "state":
                    masquee = xml.Value is "hidden" or "veryHidden";
                    break;
                default:
                    break;
            }
        }

        xml.MoveToElement();
        return new FeuilleDeclaree(nom, identifiant, masquee);
    }

    private static Dictionary<string, string> LireMeta(FeuilleLue feuille)
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var ligne in feuille.Lignes)
        {
            if (ligne[1] is { EstVide: false } cle)
            {
                meta[cle.Texte] = ligne[2].Texte;
            }
        }

        return meta;
    }
}

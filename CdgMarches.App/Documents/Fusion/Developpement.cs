using CdgMarches.App.Socle;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Écrit des données dans une partie préparée : répétitions et conditions d'abord, de l'extérieur vers l'intérieur, puis champs.</summary>
internal sealed class Developpement(OpenXmlPart partie)
{
    private readonly PosteDImages _poste = new(partie);
    private Dictionary<string, ImageDeFusion> _images = [];

    public void Developper(OpenXmlElement racine, DonneesDeFusion donnees)
    {
        _images = donnees.Images;
        Developper([racine], new PorteeDeFusion(donnees));
    }

    private void Developper(List<OpenXmlElement> zone, PorteeDeFusion portee)
    {
        while (PremierePaire(zone) is var (ouvre, ferme, marque))
        {
            var region = Region.Delimiter(ouvre, ferme);
            zone.RemoveAll(e => region.Elements.Contains(e) || e.Parent is null && e is not OpenXmlPartRootElement);
            var developpes =
                marque.Sorte is SorteDeMarque.OuvreTable
                    ? Repeter(region, portee.Lignes(marque.Nom).Select(portee.Dans))
                    : Repeter(region, portee.EstVraie(marque.Nom) != marque.Negation ? [portee] : []);
            zone.AddRange(developpes);
            Fermer(region.Repere);
        }

        foreach (var fragment in Marques(zone).ToList())
        {
            Substituer(fragment, portee);
        }
    }

    private List<OpenXmlElement> Repeter(Region region, IEnumerable<PorteeDeFusion> portees)
    {
        List<OpenXmlElement> developpes = [];
        foreach (var portee in portees)
        {
            var copies = region.Elements.Select(e => e.CloneNode(true)).ToList();
            foreach (var copie in copies)
            {
                region.Repere.InsertBeforeSelf(copie);
            }

            Developper([.. copies], portee);
            developpes.AddRange(copies);
        }

        // Developed already: nothing is left to find in them, but the caller's zone must not lose sight of what it holds.
        return developpes.FindAll(e => e.Parent is not null);
    }

    /// <summary>Retire le repère sans laisser un tableau sans ligne ni une cellule sans paragraphe, que Word refuse.</summary>
    private static void Fermer(OpenXmlElement repere)
    {
        var parent = repere.Parent!;
        if (
            repere is Paragraph
            && parent is not Body
            && repere.NextSibling() is null
            && repere.PreviousSibling() is not Paragraph
        )
        {
            return;
        }

        repere.Remove();
        if (parent is Table tableau && !tableau.Elements<TableRow>().Any())
        {
            if (tableau.NextSibling() is null && tableau.PreviousSibling() is not Paragraph)
            {
                tableau.InsertAfterSelf(new Paragraph());
            }

            tableau.Remove();
        }
    }

    private static (Run Ouvre, Run Ferme, Marque Marque)? PremierePaire(List<OpenXmlElement> zone)
    {
        Run? ouvre = null;
        Marque? premiere = null;
        var profondeur = 0;
        foreach (var fragment in Marques(zone))
        {
            var marque = MarquesDeModele.Lire(fragment);
            if (marque.Ouvre)
            {
                if (profondeur++ == 0)
                {
                    (ouvre, premiere) = (fragment, marque);
                }
            }
            else if (marque.Ferme && profondeur > 0 && --profondeur == 0)
            {
                return (ouvre!, fragment, premiere!);
            }
        }

        return null;
    }

    private static IEnumerable<Run> Marques(List<OpenXmlElement> zone) =>
        zone.SelectMany(e => e is Run seul ? [seul] : e.Descendants<Run>()).Where(MarquesDeModele.EstMarque);

    private void Substituer(Run fragment, PorteeDeFusion portee)
    {
        var marque = MarquesDeModele.Lire(fragment);
        switch (marque.Sorte)
        {
            case SorteDeMarque.Page:
                ChampDePage(fragment, "PAGE");
                break;
            case SorteDeMarque.Pages:
                ChampDePage(fragment, "NUMPAGES");
                break;
            case SorteDeMarque.Champ when _images.TryGetValue(marque.Nom, out var image):
                MarquesDeModele.Ecrire(fragment, " ");
                fragment.RemoveAllChildren<Text>();
                fragment.Append(_poste.Dessin(image));
                break;
            case SorteDeMarque.Champ:
                MarquesDeModele.Ecrire(fragment, Dans(fragment, Tournure.Dire(marque.Tournure, portee.Texte(marque.Nom))));
                break;
            default:
                MarquesDeModele.Ecrire(fragment, null);
                break;
        }
    }

    /// <summary>La valeur, dont les guillemets cèdent à ceux qui l'entourent déjà.</summary>
    private static string? Dans(Run fragment, string? valeur) =>
        valeur?.Contains('«', StringComparison.Ordinal) is true
        && fragment.Ancestors<Paragraph>().FirstOrDefault() is { } paragraphe
            ? Typographie.Imbriquer(
                string.Concat(paragraphe.Descendants<Run>().TakeWhile(r => r != fragment).Select(r => r.InnerText)),
                valeur
            )
            : valeur;

    private static void ChampDePage(Run fragment, string instruction)
    {
        var texte = new Run(MarquesDeModele.Texte("1"));
        if (fragment.RunProperties is { } forme)
        {
            texte.RunProperties = (RunProperties)forme.CloneNode(true);
        }

        fragment.InsertBeforeSelf(new SimpleField(texte) { Instruction = $" {instruction} " });
        fragment.Remove();
    }
}

/// <summary>Les données visibles à un endroit : celles de la ligne, puis celles de ce qui l'entoure.</summary>
internal sealed class PorteeDeFusion(LigneDeFusion ligne, PorteeDeFusion? autour = null)
{
    public PorteeDeFusion Dans(LigneDeFusion interieure) => new(interieure, this);

    public string? Texte(string nom) => ligne.Champs.TryGetValue(nom, out var valeur) ? valeur : autour?.Texte(nom);

    public IReadOnlyList<LigneDeFusion> Lignes(string nom) =>
        ligne.Tables.TryGetValue(nom, out var lignes) ? lignes : autour?.Lignes(nom) ?? [];

    /// <summary>Une condition donnée ; à défaut, un tableau qui a des lignes ou un champ renseigné.</summary>
    public bool EstVraie(string nom) =>
        ligne.Conditions.TryGetValue(nom, out var vraie) ? vraie
        : ligne.Tables.TryGetValue(nom, out var lignes) ? lignes.Count > 0
        : ligne.Champs.TryGetValue(nom, out var valeur) ? !string.IsNullOrWhiteSpace(valeur)
        : autour?.EstVraie(nom) ?? false;
}

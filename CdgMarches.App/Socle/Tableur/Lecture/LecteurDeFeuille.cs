using System.Globalization;
using System.Xml;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>Lit les lignes d'une feuille ; compte les cellules remplies de tout le classeur.</summary>
internal sealed class LecteurDeFeuille(IReadOnlyList<string> chaines, StylesXlsx styles, LimitesDeLecture limites, Refus refus)
{
    private int _cellules;

    public List<LigneLue> Lire(Stream flux, string feuille)
    {
        var lignes = new List<LigneLue>();
        var numero = 0;
        using var xml = XmlSur.Lire(flux);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "sheetData")
            {
                break;
            }

            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }

            numero = NumeroDeLigne(xml, numero);
            var cellules = LireLigne(xml, feuille);
            if (cellules.Count == 0)
            {
                continue;
            }

            if (lignes.Count == limites.Lignes)
            {
                throw refus.TropDeLignes(feuille, limites.Lignes);
            }

            lignes.Add(new LigneLue(numero, cellules));
        }

        return lignes;
    }

    private int NumeroDeLigne(XmlReader xml, int precedent)
    {
        var attribut = xml.GetAttribute("r");
        if (attribut is null)
        {
            return precedent + 1;
        }

        var numero = int.Parse(attribut, NumberStyles.None, CultureInfo.InvariantCulture);
        return numero > precedent ? numero : throw refus.Abime();
    }

    private List<CelluleLue> LireLigne(XmlReader xml, string feuille)
    {
        var cellules = new List<CelluleLue>();
        if (xml.IsEmptyElement)
        {
            return cellules;
        }

        var colonne = 0;
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var adresse = xml.GetAttribute("r");
            var suivante = adresse is null ? colonne + 1 : LettreDeColonne.DeLAdresse(adresse);
            colonne = suivante > colonne ? suivante : throw refus.Abime();
            if (LireCellule(xml, colonne) is not { } cellule)
            {
                continue;
            }

            if (colonne > limites.Colonnes)
            {
                throw refus.TropDeColonnes(feuille, limites.Colonnes);
            }

            if (++_cellules > limites.Cellules)
            {
                throw refus.TropDeCellules(limites.Cellules);
            }

            cellules.Add(cellule);
        }

        return cellules;
    }

    private CelluleLue? LireCellule(XmlReader xml, int colonne)
    {
        if (xml.IsEmptyElement)
        {
            return null;
        }

        var type = xml.GetAttribute("t");
        var style = xml.GetAttribute("s");
        string? brut = null;
        var enLigne = false;
        var formule = false;
        var profondeur = xml.Depth;
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == profondeur))
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "v":
                    brut = XmlSur.TexteSimple(xml);
                    break;
                case "is":
                    brut = XmlSur.TexteEnrichi(xml);
                    enLigne = true;
                    break;
                case "f":
                    formule = true;
                    XmlSur.TexteSimple(xml);
                    break;
                default:
                    break;
            }
        }

        if (string.IsNullOrEmpty(brut))
        {
            return formule ? new CelluleLue(colonne, TypeDeCellule.Vide, string.Empty) { EstFormule = true } : null;
        }

        var cellule = Interpreter(colonne, enLigne ? "inlineStr" : type, brut, style);
        return formule && cellule is not null ? cellule with { EstFormule = true } : cellule;
    }

    private CelluleLue? Interpreter(int colonne, string? type, string brut, string? style)
    {
        switch (type)
        {
            case "s":
                var rang = int.Parse(brut, NumberStyles.None, CultureInfo.InvariantCulture);
                return rang < chaines.Count ? Texte(colonne, chaines[rang]) : throw refus.Abime();
            case "inlineStr":
                return Texte(colonne, brut);
            case "str":
                return Texte(colonne, Echappements.Decoder(brut));
            case "b":
                var vrai = brut is "1" or "true";
                return new CelluleLue(colonne, TypeDeCellule.Booleen, vrai ? "VRAI" : "FAUX") { Booleen = vrai };
            case "e":
                return new CelluleLue(colonne, TypeDeCellule.Erreur, brut);
            case "d":
                return DateTime.TryParse(brut, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var date)
                    ? Date(colonne, date)
                    : Texte(colonne, brut);
            default:
                return Nombre(colonne, brut, style);
        }
    }

    private static CelluleLue? Texte(int colonne, string texte) =>
        string.IsNullOrWhiteSpace(texte) ? null : new CelluleLue(colonne, TypeDeCellule.Texte, texte);

    private CelluleLue? Nombre(int colonne, string brut, string? style)
    {
        if (!double.TryParse(brut, NumberStyles.Float, CultureInfo.InvariantCulture, out var valeur))
        {
            return Texte(colonne, brut);
        }

        if (int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var rang) && styles.EstDate(rang))
        {
            if (styles.Jour(valeur) is { } jour)
            {
                return Date(colonne, jour);
            }

            if (valeur is >= 60 and < 61)
            {
                return new CelluleLue(colonne, TypeDeCellule.Erreur, "29/02/1900");
            }
        }

        // Au-delà de ce que porte un decimal, la valeur n'a de sens pour aucune saisie de l'application.
        if (!(Math.Abs(valeur) < 1e27))
        {
            return new CelluleLue(colonne, TypeDeCellule.Erreur, brut);
        }

        // Le passage par decimal rend les quinze chiffres qu'Excel montre : 0,1 + 0,2 vaut 0,3.
        var nombre = decimal.TryParse(brut, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var entier)
            ? entier
            : (decimal)valeur;
        return new CelluleLue(colonne, TypeDeCellule.Nombre, nombre.ToString("0.############################", Francais))
        {
            Nombre = nombre,
        };
    }

    private static CelluleLue Date(int colonne, DateTime valeur) =>
        new(
            colonne,
            TypeDeCellule.Date,
            valeur.ToString(valeur.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)
        )
        {
            Date = valeur,
        };

    private static readonly NumberFormatInfo Francais = new() { NumberDecimalSeparator = "," };
}

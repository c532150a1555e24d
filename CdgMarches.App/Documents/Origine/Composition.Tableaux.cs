using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Socle;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Origine;

public sealed partial class Composition
{
    private const string Bleu = "1D4F91";
    private const string Trait = "B8C4D6";

    /// <summary>Un tableau dont une ligne se répète ; son en-tête revient en haut de chaque page, une ligne ne s'y coupe pas.</summary>
    /// <param name="table">Le tableau des données.</param>
    /// <param name="hauteur">La hauteur minimale d'une ligne, en millimètres : une case où signer en demande douze.</param>
    /// <param name="colonnes">Les colonnes, de gauche à droite.</param>
    public Composition Tableau(string table, int hauteur, params ReadOnlySpan<ColonneDeTableau> colonnes)
    {
        var tableau = Grille(colonnes, out var largeurs);
        var modele = Ligne(hauteur, entete: false);
        for (var i = 0; i < colonnes.Length; i++)
        {
            var texte = colonnes[i].Texte;
            texte = i == 0 ? $"{{{{#{table}}}}}{texte}" : texte;
            texte = i == colonnes.Length - 1 ? $"{texte}{{{{/{table}}}}}" : texte;
            modele.Append(Cellule(texte, largeurs[i], colonnes[i].ADroite ? "CelluleADroite" : "Cellule", fond: null));
        }

        tableau.Append(modele);
        return Poser(tableau);
    }

    /// <summary>Un tableau dont les lignes sont écrites ici.</summary>
    public Composition TableauFixe(IReadOnlyList<ColonneDeTableau> colonnes, params ReadOnlySpan<string[]> lignes)
    {
        var tableau = Grille([.. colonnes], out var largeurs);
        foreach (var ligne in lignes)
        {
            var rangee = Ligne(0, entete: false);
            for (var i = 0; i < ligne.Length; i++)
            {
                rangee.Append(Cellule(ligne[i], largeurs[i], colonnes[i].ADroite ? "CelluleADroite" : "Cellule", fond: null));
            }

            tableau.Append(rangee);
        }

        return Poser(tableau);
    }

    /// <summary>Des intitulés et leurs valeurs, sur deux colonnes.</summary>
    public Composition Fiche(params ReadOnlySpan<(string Intitule, string Valeur)> lignes)
    {
        var tableau = Tableau([.. Enumerable.Repeat(0, 2)], traits: true);
        var (gauche, droite) = (Entier(LargeurUtile * 0.34), Entier(LargeurUtile * 0.66));
        tableau.Append(new TableGrid(Colonne(gauche), Colonne(droite)));
        foreach (var (intitule, valeur) in lignes)
        {
            var ligne = Ligne(0, entete: false);
            ligne.Append(Cellule(intitule, gauche, "CelluleTitre", "EEF2F8"), Cellule(valeur, droite, "Cellule", fond: null));
            tableau.Append(ligne);
        }

        return Poser(tableau);
    }

    /// <summary>La signature d'un acte du CDG, à droite, qui ne se sépare pas de ce qui la précède.</summary>
    public Composition Signature(string qualite = "{{signataire_qualite}}", string nom = "{{signataire_nom}}")
    {
        Ajouter($"{qualite},", Style("Signature"));
        Ajouter("", Style("SignatureEspace"));
        return Ajouter(nom, Style("SignatureNom"));
    }

    /// <summary>Une ligne par partie : qui elle est et qui signe, puis la place de sa signature.</summary>
    /// <remarks>La première ne se sépare pas de ce qui la précède : une page de signatures sans texte ne se signe pas.</remarks>
    /// <param name="table">Le tableau des parties.</param>
    /// <param name="contenu">Ce que chaque bloc porte, une ligne par paragraphe ; finie par deux-points, la dernière est à signer.</param>
    public Composition BlocsDeSignature(string table, params ReadOnlySpan<string> contenu)
    {
        var avecPlace = contenu[^1].EndsWith(':');
        var place = avecPlace ? contenu[^1] : "Signature :";
        var lignes = avecPlace ? contenu[..^1] : contenu;
        var (gauche, droite) = (Entier(LargeurUtile * 0.5), Entier(LargeurUtile * 0.5));
        var tableau = Tableau([0, 0], traits: true);
        tableau.Append(new TableGrid(Colonne(gauche), Colonne(droite)));
        var ligne = Ligne(30, entete: false);
        var cellule = Cellule($"{{{{#{table}}}}}{lignes[0]}", gauche, "CelluleTitre", fond: null);
        foreach (var texte in lignes[1..])
        {
            cellule.Append(Ecrire(texte, Style("Cellule")));
        }

        ligne.Append(cellule, Cellule($"{place}{{{{/{table}}}}}", droite, "Cellule", fond: null));
        tableau.Append(ligne);
        return Poser(tableau);
    }

    private static GridColumn Colonne(int largeur) =>
        new() { Width = largeur.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private Composition Poser(Table tableau)
    {
        Corps.Add(tableau);
        // Two tables in a row would become one, and Word wants a paragraph after the last.
        return Ajouter("", Style("ApresTableau"));
    }

    private Table Grille(ReadOnlySpan<ColonneDeTableau> colonnes, out int[] largeurs)
    {
        var parts = 0;
        foreach (var colonne in colonnes)
        {
            parts += colonne.Part;
        }

        largeurs = new int[colonnes.Length];
        var tableau = Tableau(largeurs, traits: true);
        var grille = new TableGrid();
        var entete = Ligne(0, entete: true);
        for (var i = 0; i < colonnes.Length; i++)
        {
            largeurs[i] = Entier((double)LargeurUtile * colonnes[i].Part / parts);
            grille.Append(Colonne(largeurs[i]));
            entete.Append(
                Cellule(colonnes[i].Titre, largeurs[i], colonnes[i].ADroite ? "EnTeteADroite" : "EnTeteDeColonne", Bleu)
            );
        }

        tableau.Append(grille, entete);
        return tableau;
    }

    private static Table Tableau(int[] largeurs, bool traits)
    {
        var forme = new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Auto, Width = "0" },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "45", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "45", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }
            )
        );
        if (traits)
        {
            forme.TableBorders = new TableBorders(
                new TopBorder
                {
                    Val = BorderValues.Single,
                    Size = 4,
                    Color = Trait,
                },
                new LeftBorder
                {
                    Val = BorderValues.Single,
                    Size = 4,
                    Color = Trait,
                },
                new BottomBorder
                {
                    Val = BorderValues.Single,
                    Size = 4,
                    Color = Trait,
                },
                new RightBorder
                {
                    Val = BorderValues.Single,
                    Size = 4,
                    Color = Trait,
                },
                new InsideHorizontalBorder
                {
                    Val = BorderValues.Single,
                    Size = 4,
                    Color = Trait,
                },
                new InsideVerticalBorder
                {
                    Val = BorderValues.Single,
                    Size = 4,
                    Color = Trait,
                }
            );
        }

        return new Table(forme);
    }

    private static TableRow Ligne(int hauteur, bool entete)
    {
        var forme = new TableRowProperties(new CantSplit());
        if (hauteur > 0)
        {
            forme.Append(new TableRowHeight { Val = (uint)Entier(hauteur), HeightType = HeightRuleValues.AtLeast });
        }

        if (entete)
        {
            forme.Append(new TableHeader());
        }

        return new TableRow(forme);
    }

    private static TableCell Cellule(string texte, int largeur, string style, string? fond)
    {
        var forme = new TableCellProperties(
            new TableCellWidth
            {
                Width = largeur.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Type = TableWidthUnitValues.Dxa,
            }
        );
        if (fond is not null)
        {
            forme.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = fond,
                }
            );
        }

        forme.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(forme, Ecrire(texte, Style(style)));
    }

    /// <summary>Logo, nom et coordonnées du CDG, à gauche : la fenêtre de l'enveloppe reste libre à droite.</summary>
    private static Table Cartouche()
    {
        var tableau = Tableau([0], traits: false);
        var largeur = Entier(88);
        tableau.Append(new TableGrid(Colonne(largeur)));
        var cellule = Cellule("{{logo}}", largeur, "Cartouche", fond: null);
        cellule.Append(
            Ecrire("**{{cdg_nom}}**", Style("CartoucheNom")),
            Ecrire("{{si cdg_adresse}}{{cdg_adresse}}{{fin si}}", Style("Cartouche")),
            Ecrire(
                "{{si cdg_telephone}}{{cdg_telephone}}{{fin si}}{{si cdg_courriel}} – {{cdg_courriel}}{{fin si}}",
                Style("Cartouche")
            )
        );
        var ligne = new TableRow();
        ligne.Append(cellule);
        tableau.Append(ligne);
        return tableau;
    }

    /// <summary>Un paragraphe et ses gras.</summary>
    private static Paragraph Ecrire(string texte, ParagraphProperties forme)
    {
        var paragraphe = new Paragraph(forme);
        foreach (var (rang, gras) in Typographie.Insecables(texte).Split("**").Index())
        {
            foreach (var (colonne, morceau) in gras.Split('\t').Index())
            {
                var fragment = new Run();
                if (rang % 2 == 1)
                {
                    fragment.RunProperties = new RunProperties(new Bold());
                }

                if (colonne > 0)
                {
                    fragment.Append(new TabChar());
                }

                if (morceau.Length > 0)
                {
                    fragment.Append(MarquesDeModele.Texte(morceau));
                }

                if (fragment.ChildElements.Any(e => e is not RunProperties))
                {
                    paragraphe.Append(fragment);
                }
            }
        }

        return paragraphe;
    }
}

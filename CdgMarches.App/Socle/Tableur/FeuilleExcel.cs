using System.Globalization;
using CdgMarches.Domain.Noyau;
using ClosedXML.Excel;

namespace CdgMarches.App.Socle.Tableur;

/// <summary>
/// Une feuille que l'on remplit de gauche à droite et de haut en bas : <c>Entetes</c>, puis <c>Ligne()</c> et une valeur par
/// colonne. Les styles sont posés sur les colonnes avant les valeurs, qui en héritent : c'est ce qui rend l'écriture rapide.
/// </summary>
public sealed partial class FeuilleExcel
{
    private const string FormatFractionnaire = "#,##0.0##";
    private static readonly XLColor FondDEntete = XLColor.FromHtml("#DCE6F4");

    private readonly ClasseurExcel _classeur;
    private readonly IXLWorksheet _feuille;
    private IReadOnlyList<ColonneExcel> _colonnes = [];
    private int[] _longueurs = [];
    private bool[] _fractions = [];
    private decimal[] _sommes = [];
    private int _colonne;
    private int _ligneDEntete;
    private int _derniereDeDonnees;
    private int _colonnesFigees;
    private bool _protegee;
    private bool _terminee;

    internal FeuilleExcel(ClasseurExcel classeur, IXLWorksheet feuille)
    {
        _classeur = classeur;
        _feuille = feuille;
    }

    public string Nom => _feuille.Name;

    /// <summary>Le numéro Excel (à partir de 1) de la ligne en cours d'écriture.</summary>
    public int NumeroDeLigne { get; private set; }

    internal bool ADesFormules { get; private set; }

    /// <summary>Une ligne de titre au-dessus des en-têtes, en gras.</summary>
    public FeuilleExcel Titre(string texte)
    {
        ExigerAvantLesEntetes();
        NumeroDeLigne++;
        ClasseurExcel.EcrireTexte(_feuille.Cell(NumeroDeLigne, 1), texte);
        _feuille.Cell(NumeroDeLigne, 1).Style.Font.SetBold(true).Font.SetFontSize(NumeroDeLigne == 1 ? 14 : 11);
        return this;
    }

    /// <summary>La ligne d'en-têtes : en gras, figée, avec filtre ; ouvre les données.</summary>
    /// <param name="colonnesFigees">Nombre de colonnes qui restent visibles à gauche quand on se déplace.</param>
    /// <param name="colonnes">Les colonnes, dans l'ordre.</param>
    public FeuilleExcel Entetes(int colonnesFigees, params IReadOnlyList<ColonneExcel> colonnes)
    {
        ExigerAvantLesEntetes();
        if (colonnes.Count == 0)
        {
            throw new ArgumentException("Une feuille a au moins une colonne.", nameof(colonnes));
        }

        _colonnes = colonnes;
        _colonnesFigees = colonnesFigees;
        _longueurs = new int[colonnes.Count];
        _fractions = new bool[colonnes.Count];
        _sommes = new decimal[colonnes.Count];
        _ligneDEntete = ++NumeroDeLigne;
        _derniereDeDonnees = _ligneDEntete;
        for (var i = 0; i < colonnes.Count; i++)
        {
            PoserLeStyle(i);
            var cellule = _feuille.Cell(_ligneDEntete, i + 1);
            ClasseurExcel.EcrireTexte(cellule, colonnes[i].Titre);
            _longueurs[i] = Math.Min(colonnes[i].Titre.Length, 24);
        }

        // Le style d'une colonne s'étend aux titres déjà écrits : ils restent à gauche, sur une ligne, par-dessus leurs voisines.
        for (var ligne = 1; ligne < _ligneDEntete; ligne++)
        {
            _feuille.Cell(ligne, 1).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetWrapText(false);
        }

        var entete = _feuille.Range(_ligneDEntete, 1, _ligneDEntete, colonnes.Count).Style;
        entete.Font.SetBold(true).Fill.SetBackgroundColor(FondDEntete).Alignment.SetWrapText(true).NumberFormat.SetFormat("@");
        entete.Alignment.SetVertical(XLAlignmentVerticalValues.Center).Border.SetBottomBorder(XLBorderStyleValues.Thin);
        _colonne = colonnes.Count;
        return this;
    }

    public FeuilleExcel Entetes(params IReadOnlyList<ColonneExcel> colonnes) => Entetes(0, colonnes);

    /// <summary>Passe à la ligne suivante.</summary>
    public FeuilleExcel Ligne()
    {
        if (_ligneDEntete == 0)
        {
            throw new InvalidOperationException("Les en-têtes s'écrivent avant les lignes.");
        }

        _derniereDeDonnees = ++NumeroDeLigne;
        _colonne = 0;
        return this;
    }

    public FeuilleExcel Vide(int nombre = 1)
    {
        _colonne += nombre;
        return this;
    }

    public FeuilleExcel Texte(string? valeur)
    {
        if (string.IsNullOrEmpty(valeur))
        {
            return Vide();
        }

        var cellule = Suivante(PlusLongueLigne(valeur));
        ClasseurExcel.EcrireTexte(cellule, valeur);
        return this;
    }

    public FeuilleExcel Entier(long? valeur) => Nombre(valeur, 1);

    /// <param name="milliemes">La quantité en millièmes : 1 500 vaut 1,5.</param>
    public FeuilleExcel Quantite(long? milliemes) => Nombre(milliemes, 1000);

    /// <param name="centimes">Le montant en centimes ; la cellule le porte en euros.</param>
    public FeuilleExcel Montant(long? centimes) => Nombre(centimes, 100);

    public FeuilleExcel Quantite(Quantite? valeur) => Quantite(valeur?.Milliemes);

    public FeuilleExcel Montant(MontantHt? valeur) => Montant(valeur?.Centimes);

    public FeuilleExcel Montant(MontantTtc? valeur) => Montant(valeur?.Centimes);

    public FeuilleExcel Prix(PrixUnitaire? valeur)
    {
        if (valeur is not { } prix)
        {
            return Vide();
        }

        Suivante(LongueurAffichee((long)prix.Valeur) + 5).SetValue(prix.Valeur);
        return this;
    }

    /// <param name="rapport">0,125 s'affiche 12,5 %.</param>
    public FeuilleExcel Pourcentage(decimal? rapport)
    {
        if (rapport is not { } valeur)
        {
            return Vide();
        }

        Suivante(7).SetValue(valeur);
        return this;
    }

    /// <summary>Une vraie date Excel ; avant mars 1900, qu'Excel compte de travers, la date est écrite en toutes lettres.</summary>
    public FeuilleExcel Date(DateOnly? valeur)
    {
        if (valeur is not { } jour)
        {
            return Vide();
        }

        if (jour < new DateOnly(1900, 3, 1))
        {
            return Texte(jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        }

        Suivante(10).SetValue(jour.ToDateTime(TimeOnly.MinValue));
        return this;
    }

    /// <summary>Une cellule lue dans un autre fichier, rendue comme elle était, valeur seule : pour renvoyer des lignes refusées.</summary>
    public FeuilleExcel Reprise(CelluleLue lue)
    {
        switch (lue)
        {
            case { Nombre: { } nombre }:
                Suivante(lue.Texte.Length).SetValue(nombre);
                return this;
            case { Date: { } date } when date.Year > 1900:
                var cellule = Suivante(lue.Texte.Length);
                cellule.SetValue(date);
                cellule.Style.NumberFormat.Format = date.TimeOfDay == TimeSpan.Zero ? "dd/mm/yyyy" : "dd/mm/yyyy hh:mm";
                return this;
            default:
                return Texte(lue.Texte);
        }
    }

    /// <summary>Une formule Excel en anglais, sans « = » (<c>SUM(B2:B9)</c>), enregistrée avec sa valeur.</summary>
    public FeuilleExcel Formule(string formule)
    {
        Suivante(12).FormulaA1 = formule;
        ADesFormules = true;
        return this;
    }

    /// <summary>La ligne de total : une somme par colonne totalisée, hors filtre et hors tri.</summary>
    public FeuilleExcel Total(string libelle = "Total")
    {
        var premiere = _ligneDEntete + 1;
        var ligne = ++NumeroDeLigne;
        for (var i = 0; i < _colonnes.Count; i++)
        {
            var cellule = _feuille.Cell(ligne, i + 1);
            if (i == 0)
            {
                ClasseurExcel.EcrireTexte(cellule, libelle);
                cellule.Style.NumberFormat.Format = "@";
                _longueurs[0] = Math.Max(_longueurs[0], libelle.Length);
            }
            else if (_colonnes[i].Totalisee)
            {
                EcrireLaSomme(cellule, i, premiere);
            }
        }

        var style = _feuille.Range(ligne, 1, ligne, _colonnes.Count).Style;
        style.Font.SetBold(true).Border.SetTopBorder(XLBorderStyleValues.Thin).Fill.SetBackgroundColor(FondDEntete);
        style.Protection.Locked = true;
        return this;
    }

    /// <summary>L'adresse absolue d'une cellule (<c>'Lot 1'!$E$25</c>), pour les formules d'une autre feuille.</summary>
    /// <param name="ligne">Numéro Excel de la ligne, à partir de 1.</param>
    /// <param name="colonne">Numéro de la colonne, à partir de 1.</param>
    public string Adresse(int ligne, int colonne) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{Nom.Replace("'", "''", StringComparison.Ordinal)}'!${LettreDeColonne.De(colonne)}${ligne}"
        );

    /// <summary>Protège la feuille, sans mot de passe : seules les cellules de saisie des lignes écrites restent modifiables.</summary>
    public FeuilleExcel Proteger()
    {
        _protegee = true;
        return this;
    }

    private FeuilleExcel Nombre(long? valeur, int diviseur)
    {
        if (valeur is not { } nombre)
        {
            return Vide();
        }

        var entier = nombre % diviseur == 0;
        var cellule = Suivante(LongueurAffichee(nombre / diviseur) + (diviseur > 1 && (diviseur == 100 || !entier) ? 4 : 0));
        cellule.SetValue(nombre / (decimal)diviseur);
        var i = _colonne - 1;
        _sommes[i] += nombre / (decimal)diviseur;
        if (!entier && _colonnes[i] is { Genre: GenreDeColonne.Quantite, Saisie: false })
        {
            cellule.Style.NumberFormat.Format = FormatFractionnaire;
            _fractions[i] = true;
        }

        return this;
    }

    private IXLCell Suivante(int longueur)
    {
        if (_colonne >= _colonnes.Count)
        {
            throw new InvalidOperationException($"La feuille « {Nom} » n'a que {_colonnes.Count} colonnes.");
        }

        if (longueur > _longueurs[_colonne])
        {
            _longueurs[_colonne] = longueur;
        }

        return _feuille.Cell(NumeroDeLigne, ++_colonne);
    }

    private void ExigerAvantLesEntetes()
    {
        if (_ligneDEntete > 0)
        {
            throw new InvalidOperationException("Les titres et les en-têtes s'écrivent une fois, avant les lignes.");
        }
    }

    private static int PlusLongueLigne(string texte)
    {
        if (!texte.Contains('\n', StringComparison.Ordinal))
        {
            return texte.Length;
        }

        var longueur = 0;
        foreach (var ligne in texte.AsSpan().EnumerateLines())
        {
            longueur = Math.Max(longueur, ligne.Length);
        }

        return longueur;
    }

    private static int LongueurAffichee(long entier)
    {
        var chiffres = 1;
        for (var reste = Math.Abs(entier); reste >= 10; reste /= 10)
        {
            chiffres++;
        }

        return chiffres + ((chiffres - 1) / 3) + (entier < 0 ? 1 : 0);
    }
}

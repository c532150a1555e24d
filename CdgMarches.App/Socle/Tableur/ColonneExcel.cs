namespace CdgMarches.App.Socle.Tableur;

/// <summary>Ce qu'une colonne contient, dont découlent son format, son alignement et son total.</summary>
public enum GenreDeColonne
{
    Texte,
    Entier,
    Annee,
    Quantite,
    Montant,

    /// <summary>Un prix unitaire, deux à quatre décimales.</summary>
    Prix,
    Pourcentage,
    Date,
}

/// <summary>Une colonne d'une feuille à écrire : son titre, son genre et ce que le lecteur du fichier peut y faire.</summary>
public sealed record ColonneExcel(string Titre, GenreDeColonne Genre)
{
    /// <summary>Reste déverrouillée quand la feuille est protégée.</summary>
    public bool Saisie { get; init; }

    /// <summary>Reçoit une somme dans la ligne de total.</summary>
    public bool Totalisee { get; init; } = Genre is GenreDeColonne.Quantite or GenreDeColonne.Montant;

    /// <summary>Largeur au-delà de laquelle le texte est renvoyé à la ligne, en caractères.</summary>
    public int LargeurMaximale { get; init; } = 60;

    /// <summary>Les seules valeurs admises, proposées dans une liste déroulante.</summary>
    public IReadOnlyList<string> Choix { get; init; } = [];

    public static ColonneExcel Texte(string titre) => new(titre, GenreDeColonne.Texte);

    public static ColonneExcel Entier(string titre) => new(titre, GenreDeColonne.Entier);

    /// <summary>Un millésime ou un exercice : un nombre entier sans séparateur de milliers.</summary>
    public static ColonneExcel Annee(string titre) => new(titre, GenreDeColonne.Annee);

    public static ColonneExcel Quantite(string titre) => new(titre, GenreDeColonne.Quantite);

    public static ColonneExcel Montant(string titre) => new(titre, GenreDeColonne.Montant);

    public static ColonneExcel Prix(string titre) => new(titre, GenreDeColonne.Prix);

    public static ColonneExcel Pourcentage(string titre) => new(titre, GenreDeColonne.Pourcentage);

    public static ColonneExcel Date(string titre) => new(titre, GenreDeColonne.Date);

    /// <summary>
    /// Le format Excel de la colonne, null pour le format standard. Une quantité à saisir le garde : « #,##0 » cacherait les décimales
    /// tapées par le membre, et « #,##0.### » laisse une virgule orpheline derrière les entiers.
    /// </summary>
    internal string? Format =>
        Genre switch
        {
            GenreDeColonne.Texte => "@",
            GenreDeColonne.Entier => "#,##0",
            GenreDeColonne.Annee => "0",
            GenreDeColonne.Quantite => Saisie ? null : "#,##0",
            GenreDeColonne.Montant => "#,##0.00",
            GenreDeColonne.Prix => "#,##0.00##",
            GenreDeColonne.Pourcentage => "0.0%",
            GenreDeColonne.Date => "dd/mm/yyyy",
            _ => throw new ArgumentOutOfRangeException(nameof(Genre), Genre, "Genre de colonne inconnu."),
        };

    internal bool EstNumerique => Genre is not (GenreDeColonne.Texte or GenreDeColonne.Date);
}

using System.Collections.Frozen;

namespace CdgMarches.App.Socle.Tableur;

public enum FormatDeTableur
{
    Xlsx,
    Csv,
}

/// <summary>Un fichier reçu, lu en entier et sans danger : valeurs seules, rien n'y a été exécuté.</summary>
public sealed record TableurLu
{
    public required string NomDeFichier { get; init; }

    public required FormatDeTableur Format { get; init; }

    /// <summary>SHA-256 du fichier, en hexadécimal minuscule : reconnaît un fichier déjà importé.</summary>
    public required string Empreinte { get; init; }

    /// <summary>Les feuilles visibles, dans l'ordre ; un CSV n'en a qu'une.</summary>
    public required IReadOnlyList<FeuilleLue> Feuilles { get; init; }

    /// <summary>Les clés et valeurs de la feuille masquée <c>_meta</c> ; vide si le fichier ne vient pas de l'application.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Ce qu'il est bon de dire à l'utilisateur sans que cela empêche de lire (encodage deviné…).</summary>
    public IReadOnlyList<string> Avis { get; init; } = [];

    /// <summary>La feuille de ce nom, sans égard à la casse, aux accents ni aux espaces.</summary>
    public FeuilleLue? Feuille(string nom)
    {
        var cle = CleDEntete.De(nom);
        return Feuilles.FirstOrDefault(f => CleDEntete.De(f.Nom) == cle);
    }
}

/// <summary>Une feuille : ses lignes remplies, chacune avec le numéro qu'Excel affiche.</summary>
public sealed record FeuilleLue(string Nom, IReadOnlyList<LigneLue> Lignes);

/// <summary>Une ligne qui a au moins une cellule remplie.</summary>
/// <param name="Numero">Le numéro affiché par Excel, à partir de 1.</param>
/// <param name="Cellules">Les cellules remplies, de gauche à droite.</param>
public sealed record LigneLue(int Numero, IReadOnlyList<CelluleLue> Cellules)
{
    /// <param name="colonne">Numéro de la colonne, à partir de 1.</param>
    /// <returns>La cellule, vide si rien n'y est écrit.</returns>
    public CelluleLue this[int colonne]
    {
        get
        {
            // Sans trou, la cellule est à sa place : le cas de presque toutes les lignes.
            if (colonne <= Cellules.Count && Cellules[colonne - 1].Colonne == colonne)
            {
                return Cellules[colonne - 1];
            }

            foreach (var cellule in Cellules)
            {
                if (cellule.Colonne >= colonne)
                {
                    return cellule.Colonne == colonne ? cellule : new CelluleLue(colonne, TypeDeCellule.Vide, string.Empty);
                }
            }

            return new CelluleLue(colonne, TypeDeCellule.Vide, string.Empty);
        }
    }
}

public enum TypeDeCellule
{
    Vide,
    Texte,
    Nombre,
    Date,
    Booleen,

    /// <summary>#N/A, #REF!, ou une date qui n'existe pas.</summary>
    Erreur,
}

/// <summary>Une cellule telle qu'enregistrée dans le fichier. Le texte d'un CSV reste du texte.</summary>
/// <param name="Colonne">Numéro de la colonne, à partir de 1.</param>
/// <param name="Type">Le type enregistré, non celui qu'on attendait.</param>
/// <param name="Texte">La valeur comme l'utilisateur la lirait : <c>1234,5</c>, <c>16/03/2026</c>, <c>#N/A</c>.</param>
public sealed record CelluleLue(int Colonne, TypeDeCellule Type, string Texte)
{
    public string Lettre => LettreDeColonne.De(Colonne);

    /// <summary>La valeur d'une cellule de nombre, aux quinze chiffres significatifs d'Excel.</summary>
    public decimal? Nombre { get; init; }

    /// <summary>La valeur d'une cellule de date, heure comprise.</summary>
    public DateTime? Date { get; init; }

    public bool? Booleen { get; init; }

    /// <summary>La cellule porte une formule ; ses autres champs disent la valeur enregistrée avec elle, vide si aucune.</summary>
    public bool EstFormule { get; init; }

    public bool EstVide => Type is TypeDeCellule.Vide;
}

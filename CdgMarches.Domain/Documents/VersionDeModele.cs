namespace CdgMarches.Domain.Documents;

/// <summary>Un état d'un modèle : le fichier Word, qui l'a déposé et quand. Il ne change ni ne s'efface jamais.</summary>
public sealed class VersionDeModele
{
    public const int LongueurDuCommentaire = 300;

    private VersionDeModele() { }

    /// <summary>À partir de 1, sans trou.</summary>
    public int Numero { get; private init; }

    /// <summary>La pièce gardée.</summary>
    public Guid Piece { get; private init; }

    /// <summary>L'empreinte du contenu, que les documents produits citent.</summary>
    public string Sha256 { get; private init; } = "";

    public DateTimeOffset DeposeeLe { get; private init; }

    public string DeposeePar { get; private init; } = "";

    public string? Commentaire { get; private init; }

    internal static VersionDeModele De(int numero, FichierDeModele fichier) =>
        new()
        {
            Numero = numero,
            Piece = fichier.Piece,
            Sha256 = fichier.Sha256,
            DeposeeLe = fichier.Instant,
            DeposeePar = fichier.Auteur,
            Commentaire = fichier.Commentaire is { Length: > LongueurDuCommentaire } long_
                ? long_[..LongueurDuCommentaire]
                : fichier.Commentaire,
        };
}

/// <summary>Un fichier Word déposé comme modèle, et ce que sa lecture a trouvé.</summary>
/// <param name="Piece">La pièce gardée.</param>
/// <param name="Sha256">L'empreinte de son contenu.</param>
/// <param name="Instant">Quand il a été déposé.</param>
/// <param name="Auteur">Qui l'a déposé.</param>
/// <param name="Commentaire">Ce que l'auteur dit du changement.</param>
/// <param name="Defauts">Ce qui empêche de s'en servir (champ inconnu, répétition non fermée…), une phrase chacun.</param>
public sealed record FichierDeModele(
    Guid Piece,
    string Sha256,
    DateTimeOffset Instant,
    string Auteur,
    string? Commentaire,
    IReadOnlyList<string> Defauts
);

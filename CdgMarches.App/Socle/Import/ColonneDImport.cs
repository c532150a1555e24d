using CdgMarches.App.Socle.Tableur;

namespace CdgMarches.App.Socle.Import;

/// <summary>Ce qu'un import exige d'une colonne.</summary>
public enum Presence
{
    /// <summary>Absente, ses valeurs ne sont pas touchées.</summary>
    Facultative,

    /// <summary>La colonne doit être là, ses cellules peuvent être vides.</summary>
    ColonneRequise,

    /// <summary>La colonne doit être là et chaque ligne la remplir.</summary>
    ValeurRequise,
}

/// <summary>
/// Une colonne d'un fichier échangé, définie une fois pour l'export et l'import : c'est ce qui fait que le fichier exporté
/// se réimporte tel quel.
/// </summary>
public abstract record ColonneDImport(string Entete, GenreDeColonne Genre)
{
    /// <summary>Autres en-têtes acceptés, sans égard à la casse, aux accents ni à la ponctuation.</summary>
    public IReadOnlyList<string> Alias { get; init; } = [];

    public Presence Presence { get; init; }

    /// <summary>Une cellule vide laisse la valeur en place au lieu de l'effacer.</summary>
    public bool VideConserve { get; init; }

    /// <summary>Modifiable dans un classeur protégé.</summary>
    public bool Saisie { get; init; }

    /// <summary>Largeur maximale à l'écriture, en caractères.</summary>
    public int LargeurMaximale { get; init; } = 60;

    /// <summary>Les libellés proposés en liste déroulante.</summary>
    internal IReadOnlyList<string> Choix { get; init; } = [];

    /// <summary>La même colonne pour l'écriture.</summary>
    public ColonneExcel PourExcel() =>
        new(Entete, Genre)
        {
            Saisie = Saisie,
            Choix = Choix,
            LargeurMaximale = LargeurMaximale,
        };

    internal abstract (object? Valeur, Remarque? Remarque) Lire(CelluleLue cellule);

    internal abstract string? AfficherObjet(object? valeur);

    internal abstract void EcrireObjet(FeuilleExcel feuille, object? valeur);

    internal bool Reconnait(string cle) => CleDEntete.De(Entete) == cle || Alias.Any(a => CleDEntete.De(a) == cle);
}

/// <summary>Une colonne et le type de ses valeurs, annulable : <c>string?</c>, <c>long?</c>, <c>DateOnly?</c>…</summary>
public sealed record ColonneDImport<T>(string Entete, GenreDeColonne Genre) : ColonneDImport(Entete, Genre)
{
    /// <summary>Lit une cellule remplie, sans erreur Excel.</summary>
    public required Func<CelluleLue, Lecture<T>> Analyser { get; init; }

    /// <summary>La valeur telle que l'aperçu la montre ; null si rien.</summary>
    public required Func<T, string?> Afficher { get; init; }

    /// <summary>Écrit la valeur dans la cellule suivante d'une feuille.</summary>
    public required Action<FeuilleExcel, T> Ecrire { get; init; }

    internal override (object? Valeur, Remarque? Remarque) Lire(CelluleLue cellule)
    {
        if (cellule.Type is TypeDeCellule.Erreur)
        {
            return (null, Remarque.Erreur($"la cellule contient l'erreur « {cellule.Texte} » ; écrivez la valeur."));
        }

        if (cellule.EstVide || string.IsNullOrWhiteSpace(cellule.Texte))
        {
            return cellule.EstFormule
                    ? (
                        null,
                        Remarque.Erreur(
                            "la formule n'a pas de valeur enregistrée ; ouvrez le fichier dans Excel et enregistrez-le, ou écrivez la valeur."
                        )
                    )
                : Presence is Presence.ValeurRequise ? (null, Remarque.Erreur($"« {Entete} » est obligatoire."))
                : (null, null);
        }

        var lecture = Analyser(cellule);
        if (lecture.Erreur is not null)
        {
            return (null, Remarque.Erreur(lecture.Erreur));
        }

        var avertissement =
            lecture.Avertissement
            ?? (
                cellule.EstFormule
                    ? $"la cellule contient une formule ; sa valeur {Socle.Saisie.Citer(cellule.Texte)} est reprise."
                    : null
            );
        return (lecture.Valeur, avertissement is null ? null : Remarque.Avertissement(avertissement));
    }

    internal override string? AfficherObjet(object? valeur) => valeur is null ? null : Afficher((T)valeur);

    internal override void EcrireObjet(FeuilleExcel feuille, object? valeur)
    {
        if (valeur is null)
        {
            feuille.Vide();
        }
        else
        {
            Ecrire(feuille, (T)valeur);
        }
    }
}

namespace CdgMarches.App.Socle.Import;

/// <summary>
/// Le lien entre les colonnes et ce que la base connaît déjà : sert à comparer à l'import et à remplir à l'export.
/// <c>new Champs&lt;Commune&gt;().Avec(Nom, c =&gt; c.Nom).Avec(Population, c =&gt; c.Population)</c>
/// </summary>
public sealed class Champs<TExistant>
{
    private readonly Dictionary<ColonneDImport, Func<TExistant, object?>> _lecteurs = new(ReferenceEqualityComparer.Instance);

    /// <summary>Lie une colonne à la valeur existante, du même type qu'elle ; un texte vide vaut une absence.</summary>
    public Champs<TExistant> Avec<T>(ColonneDImport<T> colonne, Func<TExistant, T?> lire)
    {
        _lecteurs.Add(colonne, existant => lire(existant) is { } valeur && valeur is not "" ? valeur : null);
        return this;
    }

    internal Func<TExistant, object?>? Lecteur(ColonneDImport colonne) => _lecteurs.GetValueOrDefault(colonne);
}

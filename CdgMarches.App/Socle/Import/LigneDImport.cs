using CdgMarches.App.Socle.Tableur;

namespace CdgMarches.App.Socle.Import;

/// <summary>Une ligne du fichier, ses valeurs lues et ce qu'on a trouvé à y redire.</summary>
public sealed class LigneDImport
{
    private readonly ColonnesResolues _colonnes;
    private readonly object?[] _valeurs;
    private readonly LigneLue _lue;
    private readonly List<(ColonneDImport? Colonne, Remarque Remarque)> _remarques = [];

    internal LigneDImport(ColonnesResolues colonnes, LigneLue lue)
    {
        _colonnes = colonnes;
        _lue = lue;
        _valeurs = new object?[colonnes.Presentes.Count];
        for (var i = 0; i < _valeurs.Length; i++)
        {
            var (colonne, numero) = colonnes.Presentes[i];
            (_valeurs[i], var remarque) = colonne.Lire(lue[numero]);
            if (remarque is not null)
            {
                _remarques.Add((colonne, remarque));
            }
        }
    }

    /// <summary>Le numéro affiché par Excel.</summary>
    public int Numero => _lue.Numero;

    public bool EstEnErreur => _remarques.Exists(r => r.Remarque.Gravite is Gravite.Erreur);

    internal IReadOnlyList<(ColonneDImport? Colonne, Remarque Remarque)> Remarques => _remarques;

    /// <summary>La valeur lue ; vide (null) si la cellule l'est, si elle est fautive ou si la colonne manque.</summary>
    public T? Lire<T>(ColonneDImport<T> colonne) =>
        _colonnes.Rang(colonne) is var rang and >= 0 && _valeurs[rang] is T valeur ? valeur : default;

    /// <summary>La colonne est dans le fichier ; sinon ses valeurs ne sont pas à toucher.</summary>
    public bool Comporte(ColonneDImport colonne) => _colonnes.Rang(colonne) >= 0;

    /// <summary>La cellule telle qu'écrite dans le fichier.</summary>
    public CelluleLue Cellule(ColonneDImport colonne) =>
        _colonnes.Rang(colonne) is var rang and >= 0
            ? _lue[_colonnes.Presentes[rang].Numero]
            : throw new ArgumentException($"La colonne « {colonne.Entete} » n'est pas dans le fichier.", nameof(colonne));

    /// <summary>Refuse la ligne ; la phrase se lit après « ligne 27, colonne E : ».</summary>
    public void Refuser(ColonneDImport? colonne, string message) => _remarques.Add((colonne, Remarque.Erreur(message)));

    /// <summary>Fait une réserve qui n'empêche pas d'importer la ligne.</summary>
    public void Avertir(ColonneDImport? colonne, string message) => _remarques.Add((colonne, Remarque.Avertissement(message)));

    internal object? Objet(int rang) => _valeurs[rang];
}

/// <summary>Les colonnes du plan trouvées dans le fichier, dans l'ordre du fichier.</summary>
internal sealed class ColonnesResolues
{
    private readonly Dictionary<ColonneDImport, int> _rangs = new(ReferenceEqualityComparer.Instance);

    public ColonnesResolues(IReadOnlyList<(ColonneDImport Colonne, int Numero)> presentes)
    {
        Presentes = presentes;
        for (var i = 0; i < presentes.Count; i++)
        {
            _rangs[presentes[i].Colonne] = i;
        }
    }

    public IReadOnlyList<(ColonneDImport Colonne, int Numero)> Presentes { get; }

    public int Rang(ColonneDImport colonne) => _rangs.GetValueOrDefault(colonne, -1);
}

namespace CdgMarches.Domain.Noyau;

/// <summary>Racine d'agrégat : l'unité de chargement, de verrou optimiste et de journal.</summary>
public abstract class Agregat
{
    private readonly List<IEvenementMetier> _evenements = [];

    /// <summary>Jeton de concurrence, incrémenté à chaque enregistrement par le contexte de données.</summary>
    public int Version { get; private set; }

    /// <summary>La valeur de l'identifiant typé de la racine : la clé sous laquelle le journal range son histoire.</summary>
    public abstract Guid Cle { get; }

    /// <summary>Vrai quand un fait est survenu depuis le dernier enregistrement.</summary>
    public bool ADesEvenements => _evenements.Count > 0;

    /// <summary>Les dates que l'objet fait tenir ou attendre ; l'échéancier les suit à chaque enregistrement.</summary>
    /// <remarks>
    /// Ne se fonde que sur l'état de la racine et de ce qu'elle possède. Une échéance accomplie reste rendue,
    /// <see cref="EcheanceDue.EstAccomplie"/> à vrai ; deux échéances d'un même objet n'ont jamais la même clé.
    /// </remarks>
    public virtual IEnumerable<EcheanceDue> Echeances => [];

    /// <summary>Rend les faits survenus depuis le dernier enregistrement, et les oublie.</summary>
    public IReadOnlyList<IEvenementMetier> ViderEvenements()
    {
        IEvenementMetier[] survenus = [.. _evenements];
        _evenements.Clear();
        return survenus;
    }

    /// <summary>Retient un fait accompli ; toute intention de la racine finit par là.</summary>
    protected void Signaler(IEvenementMetier evenement) => _evenements.Add(evenement);
}

/// <summary>Un fait métier accompli, nommé au participe passé ; il fait une ligne de l'historique de son objet.</summary>
public interface IEvenementMetier
{
    /// <summary>La phrase que l'agent lit dans l'onglet Historique.</summary>
    string Libelle { get; }

    /// <summary>L'ancienne valeur, en clair, quand le fait remplace une valeur.</summary>
    string? Avant => null;

    /// <summary>La nouvelle valeur, en clair.</summary>
    string? Apres => null;

    /// <summary>Le motif donné par l'agent quand la règle en demande un.</summary>
    string? Motif => null;

    /// <summary>La collectivité que le fait concerne : ses utilisateurs peuvent alors le lire.</summary>
    Guid? Collectivite => null;
}

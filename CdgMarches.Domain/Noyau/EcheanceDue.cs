namespace CdgMarches.Domain.Noyau;

/// <summary>Une date que quelqu'un doit tenir ou attendre, telle que l'agrégat qui la porte la dit.</summary>
/// <remarks>
/// L'agrégat rend toutes les siennes, accomplies comprises : le contexte de données compare avec ce qu'il en garde et ne
/// change que la différence. La clé suit l'échéance quand sa date change ; une clé qui n'est plus rendue disparaît.
/// </remarks>
/// <param name="Cle">Ce qui la distingue dans son objet, stable (« cloture », « mandat/0195… »).</param>
/// <param name="Date">Le dernier jour, inclus, ou le jour même de l'événement, dans le fuseau du CDG.</param>
/// <param name="Libelle">Ce qui est dû ce jour-là, en quelques mots, sans la date.</param>
/// <param name="Code">La règle de gestion (RG5.01).</param>
/// <param name="Fondement">L'article que l'agent lit.</param>
public sealed record EcheanceDue(string Cle, DateOnly Date, string Libelle, string Code, string Fondement)
{
    public const int LongueurDeLaCle = 120;
    public const int LongueurDuLibelle = 300;
    public const int LongueurDuFondement = 300;

    /// <summary>Les alertes usuelles d'une fin de contrat ou de mandat : six mois, trois mois, un mois avant (RG7.07).</summary>
    public static IReadOnlyList<int> SixMoisTroisMoisUnMois { get; } = [180, 90, 30];

    /// <summary>
    /// L'article de la convention du groupement qui la fonde, tel que celle du groupement dédié le numérote ; l'échéancier cite
    /// alors la convention du groupement. Nul quand la loi ou une autre convention la fonde.
    /// </summary>
    public string? Article { get; init; }

    /// <summary>L'heure limite ou de début, dans le fuseau du CDG, quand il y en a une.</summary>
    public TimeOnly? Heure { get; init; }

    /// <summary>Combien de jours avant la date prévenir ; vide pour ne prévenir personne.</summary>
    public IReadOnlyList<int> Alertes { get; init; } = [];

    /// <summary>L'agent du CDG qui en a la charge (identifiant de son compte).</summary>
    public Guid? Responsable { get; init; }

    public Guid? Suppleant { get; init; }

    /// <summary>Le groupement concerné : un agent limité à d'autres ne la voit pas.</summary>
    public Guid? Groupement { get; init; }

    /// <summary>La procédure dont l'échéance suit le groupement et l'agent, quand l'objet ne les porte pas lui-même.</summary>
    public Guid? Procedure { get; init; }

    /// <summary>La collectivité concernée, dont les utilisateurs la voient.</summary>
    public Guid? Collectivite { get; init; }

    /// <summary>Vrai si tous les membres du groupement la voient aussi (clôture d'un recensement).</summary>
    public bool PourLesMembres { get; init; }

    /// <summary>Vrai quand il n'y a plus rien à faire : elle reste au calendrier, sans retard ni alerte.</summary>
    public bool EstAccomplie { get; init; }

    /// <summary>Vrai quand personne n'a rien à faire pour qu'elle soit tenue : son jour passé, elle est accomplie (RG7.07).</summary>
    public bool PasseDElleMeme { get; init; }

    /// <summary>La convention dont un compte de plateforme encore ouvert retient l'échéance : tant qu'il en reste, elle n'est pas faite.</summary>
    public Guid? ComptesDe { get; init; }

    /// <summary>La page à ouvrir, quand ce n'est pas celle de l'objet.</summary>
    public string? Adresse { get; init; }
}

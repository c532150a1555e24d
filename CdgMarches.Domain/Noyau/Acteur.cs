using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.Domain.Noyau;

/// <summary>Celui qui agit : ce que le journal retient de lui, ce qu'il peut faire et sur quoi.</summary>
/// <param name="Id">L'identifiant de son compte ; vide pour un travail de l'application ou un lien personnel.</param>
/// <param name="Nom">Le nom que l'historique affiche.</param>
/// <param name="Droits">Ses droits (<see cref="Noyau.Droits"/>).</param>
/// <param name="Perimetre">Les objets qu'il peut voir.</param>
/// <param name="PourLeCompteDe">Le nom de celui que l'on remplace (délégation, saisie au nom d'un membre).</param>
/// <param name="Adresse">L'adresse réseau d'où il agit, quand elle est connue.</param>
public sealed record Acteur(
    Guid Id,
    string Nom,
    IReadOnlySet<string> Droits,
    Perimetre Perimetre,
    string? PourLeCompteDe = null,
    string? Adresse = null
)
{
    /// <summary>L'application elle-même, pour ses travaux planifiés.</summary>
    public static Acteur Systeme { get; } = new(Guid.Empty, "CdgMarches", Noyau.Droits.Tous, Perimetre.DuCdg());

    /// <summary>Dit s'il a le droit ; celui qui vaut pour tous les groupements n'est pas à l'agent limité à quelques-uns.</summary>
    public bool Peut(string droit) =>
        Droits.Contains(droit) && (Perimetre.Groupements is null || !Noyau.Droits.PourTousLesGroupements.Contains(droit));

    /// <exception cref="DroitManquantException">L'acteur n'a pas ce droit.</exception>
    public void Exiger(string droit)
    {
        if (!Peut(droit))
        {
            throw new DroitManquantException(droit);
        }
    }

    /// <summary>Exige le droit, et que la collectivité soit de son périmètre.</summary>
    /// <exception cref="DroitManquantException">L'un ou l'autre manque.</exception>
    public void Exiger(string droit, CollectiviteId collectivite)
    {
        Exiger(droit);
        if (!Perimetre.Comprend(collectivite))
        {
            throw new DroitManquantException(droit);
        }
    }
}

/// <summary>Ce qu'un acteur peut voir : le CDG tout ou quelques groupements, un membre les siennes.</summary>
/// <param name="EstCdg">Agent du CDG ; sinon utilisateur de collectivités membres.</param>
/// <param name="Groupements">Pour un agent, les groupements auxquels il est limité ; null s'il les voit tous.</param>
/// <param name="Rattachements">Pour un membre, ses collectivités et ce qu'il y est.</param>
public sealed record Perimetre(
    bool EstCdg,
    IReadOnlySet<GroupementId>? Groupements,
    IReadOnlyDictionary<CollectiviteId, RoleDeMembre> Rattachements
)
{
    private static readonly Dictionary<CollectiviteId, RoleDeMembre> AucunRattachement = [];

    private static readonly HashSet<CollectiviteId> AucuneCollectivite = [];

    /// <summary>Celles de ses collectivités dont il gère les comptes.</summary>
    public IReadOnlySet<CollectiviteId> Administrees { get; init; } = AucuneCollectivite;

    public static Perimetre DuCdg(IReadOnlySet<GroupementId>? groupements = null) => new(true, groupements, AucunRattachement);

    public static Perimetre DeMembre(
        IReadOnlyDictionary<CollectiviteId, RoleDeMembre> rattachements,
        IReadOnlySet<CollectiviteId>? administrees = null
    ) => new(false, null, rattachements) { Administrees = administrees ?? AucuneCollectivite };

    public static Perimetre Vide { get; } = new(false, null, AucunRattachement);

    /// <summary>Les collectivités d'un membre, pour filtrer une requête ; vide pour un agent du CDG, qui n'est pas filtré par là.</summary>
    public IReadOnlyList<CollectiviteId> Collectivites => [.. Rattachements.Keys];

    /// <summary>Vrai pour un agent qui voit tous les groupements.</summary>
    public bool EstToutLeCdg => EstCdg && Groupements is null;

    public bool Comprend(CollectiviteId collectivite) => EstCdg || Rattachements.ContainsKey(collectivite);

    public bool Comprend(GroupementId groupement) => EstCdg && (Groupements is null || Groupements.Contains(groupement));

    public bool EstSignataire(CollectiviteId collectivite) =>
        Rattachements.TryGetValue(collectivite, out var role) && role is RoleDeMembre.Signataire;
}

/// <summary>Ce qu'un utilisateur est dans sa collectivité.</summary>
public enum RoleDeMembre
{
    /// <summary>Il prépare et saisit.</summary>
    Referent,

    /// <summary>Il saisit et engage la collectivité : il valide un recensement.</summary>
    Signataire,
}

/// <summary>L'acteur n'a pas le droit de faire ce qu'il demande, ou l'objet n'est pas de son périmètre.</summary>
public sealed class DroitManquantException(string droit) : Exception($"Droit requis : {droit}.")
{
    public string Droit { get; } = droit;
}

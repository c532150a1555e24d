using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Accueil;

/// <summary>Un objet archivé, que l'on peut remettre où il était.</summary>
/// <param name="Genre">« Collectivité », « Modèle de document ».</param>
/// <param name="Id">Sa clé.</param>
/// <param name="Version">Sa version, qu'un autre agent peut avoir fait avancer.</param>
/// <param name="Libelle">Son nom.</param>
/// <param name="Adresse">Sa fiche.</param>
/// <param name="RetireLe">Quand il a été archivé.</param>
/// <param name="PeutRetablir">Vrai si l'acteur a le droit de le remettre.</param>
public sealed record ObjetRetire(
    string Genre,
    Guid Id,
    int Version,
    string Libelle,
    string Adresse,
    DateTimeOffset RetireLe,
    bool PeutRetablir
);

/// <summary>Ce qu'une capacité a archivé récemment ; chacune enregistre le sien.</summary>
public interface ISourceDeCorbeille
{
    string Genre { get; }

    /// <param name="acteur">Celui qui regarde : son périmètre filtre la requête.</param>
    /// <param name="depuis">Le premier instant qui compte.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    Task<IReadOnlyList<ObjetRetire>> LireAsync(Acteur acteur, DateTimeOffset depuis, CancellationToken annulation);

    /// <exception cref="DroitManquantException">Il n'est pas de ceux que l'acteur tient.</exception>
    Task RetablirAsync(Acteur acteur, Guid id, int versionLue, CancellationToken annulation);
}

/// <summary>Les objets archivés depuis trente jours, tous genres mêlés, le plus récent d'abord.</summary>
/// <remarks>Rien n'est jamais détruit : passé trente jours, l'objet quitte la corbeille et reste archivé dans sa liste.</remarks>
public sealed class Corbeille(IEnumerable<ISourceDeCorbeille> sources, HorlogeLegale horloge)
{
    public const int Jours = 30;

    public async Task<IReadOnlyList<ObjetRetire>> LireAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        List<ObjetRetire> retires = [];
        foreach (var source in sources)
        {
            retires.AddRange(await source.LireAsync(acteur, horloge.Maintenant.AddDays(-Jours), annulation));
        }

        return [.. retires.OrderByDescending(r => r.RetireLe)];
    }

    public Task RetablirAsync(Acteur acteur, ObjetRetire objet, CancellationToken annulation = default) =>
        sources.Single(s => s.Genre == objet.Genre).RetablirAsync(acteur, objet.Id, objet.Version, annulation);
}

using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents;

/// <summary>Ce qu'une capacité donne d'un objet pour une nature de document que la bibliothèque déclare.</summary>
/// <remarks>Elle l'enregistre par <c>services.AddSingleton&lt;IDonneesDe&lt;RejetsAEcrire&gt;, …&gt;()</c>.</remarks>
/// <typeparam name="TDonnees">Les données de la nature.</typeparam>
public interface IDonneesDe<TDonnees>
    where TDonnees : class
{
    /// <returns>Null si l'objet n'existe pas ou n'est pas du périmètre, que la requête filtre.</returns>
    Task<TDonnees?> LireAsync(Acteur acteur, Guid objet, CancellationToken annulation);

    /// <summary>Quelques objets réels sur lesquels essayer un modèle, les plus récents d'abord.</summary>
    Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation);
}

/// <summary>Une nature que la bibliothèque déclare et met en forme, d'après ce qu'une capacité en donne.</summary>
public abstract class NatureAlimentee<TDonnees>(IEnumerable<IDonneesDe<TDonnees>> sources) : IModeleDeDocument
    where TDonnees : class
{
    private readonly IDonneesDe<TDonnees>? _source = sources.SingleOrDefault();

    public abstract string Code { get; }

    public abstract GenreDeDocument Genre { get; }

    public abstract string Titre { get; }

    public abstract string ObjetType { get; }

    public abstract string Droit { get; }

    public abstract bool AvecDestinataire { get; }

    public abstract IReadOnlyList<ChampDeModele> Champs { get; }

    public virtual IReadOnlyList<TableDeModele> Tables => [];

    public virtual IReadOnlyList<ConditionDeModele> Conditions => [];

    public async Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        if (_source is null)
        {
            return [];
        }

        return Composer(objet, await _source.LireAsync(acteur, objet, annulation) ?? throw new DroitManquantException(Droit));
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droit);
        return _source is null ? [] : await _source.ObjetsAsync(acteur, annulation);
    }

    /// <summary>Un document par destinataire, ou un seul.</summary>
    protected abstract IReadOnlyList<DonneesDeFusion> Composer(Guid objet, TDonnees donnees);
}

using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Documents;

/// <summary>Une nature de document, déclarée par la capacité qui en a les données : convocation, appel de contribution…</summary>
/// <remarks>
/// La capacité l'enregistre par <c>services.AddModeleDeDocument&lt;T&gt;()</c>. La bibliothèque y attache des modèles Word,
/// celui d'origine compris, et <see cref="ProduireDocument"/> les fusionne avec ce que <see cref="ChargerAsync"/> rend.
/// </remarks>
public interface IModeleDeDocument
{
    /// <summary>Le code invariant, « capacite.nature » : <c>commissions.convocation</c>. 80 caractères au plus.</summary>
    string Code { get; }

    GenreDeDocument Genre { get; }

    /// <summary>Le nom lu par les agents : « Convocation de la commission d'appel d'offres ».</summary>
    string Titre { get; }

    /// <summary>Le type de l'objet à qui le document appartient, comme au journal : « Seance ».</summary>
    string ObjetType { get; }

    /// <summary>Le droit exigé pour produire.</summary>
    string Droit { get; }

    OrientationDePage Orientation => OrientationDePage.Portrait;

    /// <summary>Vrai quand chaque document part à quelqu'un : son adresse est alors exigée et le bloc d'adresse existe.</summary>
    bool AvecDestinataire => false;

    /// <summary>Les champs que le modèle peut employer, en plus des champs communs (<see cref="ChampsCommuns"/>).</summary>
    IReadOnlyList<ChampDeModele> Champs { get; }

    /// <summary>Les tableaux répétés.</summary>
    IReadOnlyList<TableDeModele> Tables => [];

    /// <summary>Les conditions, qui montrent ou cachent un passage.</summary>
    IReadOnlyList<ConditionDeModele> Conditions => [];

    /// <summary>Réunit les données : un élément par document à produire, donc un par destinataire quand il y en a.</summary>
    /// <param name="acteur">Celui qui produit ; le périmètre est filtré dans la requête.</param>
    /// <param name="objet">La clé de l'objet.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    /// <exception cref="DroitManquantException">L'objet n'existe pas ou n'est pas du périmètre.</exception>
    Task<IReadOnlyList<DonneesDeFusion>> ChargerAsync(Acteur acteur, Guid objet, CancellationToken annulation);

    /// <summary>Quelques objets réels sur lesquels essayer un modèle, les plus récents d'abord.</summary>
    Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation) =>
        Task.FromResult<IReadOnlyList<ObjetDApercu>>([]);
}

/// <summary>Un champ qu'un modèle peut employer : <c>{{code}}</c>.</summary>
/// <param name="Code">En minuscules, sans accent, mots liés par « _ » : <c>date_seance</c>.</param>
/// <param name="Libelle">Ce que c'est, pour l'agent : « Date de la séance ».</param>
/// <param name="Exemple">Une valeur vraisemblable, pour la liste et l'aperçu sans cas réel.</param>
/// <param name="Obligatoire">Sans lui le document ne se produit pas : il est annoncé manquant.</param>
public sealed record ChampDeModele(string Code, string Libelle, string Exemple, bool Obligatoire = false);

/// <summary>Un passage qui se répète : <c>{{#code}}…{{/code}}</c>, une fois par ligne de données.</summary>
/// <param name="Code">Comme pour un champ.</param>
/// <param name="Libelle">« Lots attribués ».</param>
/// <param name="Champs">Les champs propres à une ligne.</param>
public sealed record TableDeModele(string Code, string Libelle, IReadOnlyList<ChampDeModele> Champs)
{
    /// <summary>Les tableaux répétés à l'intérieur de chaque ligne.</summary>
    public IReadOnlyList<TableDeModele> Tables { get; init; } = [];

    /// <summary>Les conditions propres à une ligne.</summary>
    public IReadOnlyList<ConditionDeModele> Conditions { get; init; } = [];
}

/// <summary>Une condition : <c>{{si code}}…{{fin si}}</c>, ou <c>{{si non code}}…{{fin si}}</c>.</summary>
public sealed record ConditionDeModele(string Code, string Libelle);

/// <summary>Un objet réel sur lequel essayer un modèle.</summary>
public sealed record ObjetDApercu(Guid Id, string Libelle);

using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Accueil;

/// <summary>Une carte de l'accueil « À traiter ».</summary>
/// <param name="Titre">Ce qu'il y a à faire (« Membres non répondants »).</param>
/// <param name="Nombre">Combien d'objets attendent ; une carte à zéro ne s'affiche pas.</param>
/// <param name="EnRetard">Combien d'entre eux ont passé leur date.</param>
/// <param name="Adresse">La liste déjà filtrée sur ces objets.</param>
/// <param name="Detail">Une précision courte : la prochaine date, l'objet concerné.</param>
/// <param name="Ordre">Le rang parmi les cartes qui ont autant de retard ; le plus petit d'abord.</param>
public sealed record CarteATraiter(string Titre, int Nombre, int EnRetard, string Adresse, string Detail, int Ordre);

/// <summary>Ce qu'un domaine donne à faire à l'acteur ; chaque domaine en enregistre une ou plusieurs.</summary>
public interface ISourceATraiter
{
    Task<IReadOnlyList<CarteATraiter>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default);
}

/// <summary>Un résultat de la recherche globale.</summary>
/// <param name="Type">Le groupe où il se range, au pluriel (« Collectivités »).</param>
/// <param name="Titre">Le nom de l'objet.</param>
/// <param name="Detail">De quoi le distinguer d'un homonyme : SIRET, commune, année.</param>
/// <param name="Adresse">La page de l'objet.</param>
public sealed record ResultatDeRecherche(string Type, string Titre, string Detail, string Adresse)
{
    /// <summary>Le dossier auquel un courrier ou un document peut se rattacher ; nul si cet objet n'en est pas un.</summary>
    public DossierTrouve? Dossier { get; init; }
}

/// <summary>Un dossier que la recherche a trouvé.</summary>
/// <param name="Type">Le nom de son type, tel que le journal le garde.</param>
/// <param name="Id">Sa clé.</param>
/// <param name="Groupement">Le groupement dont il est, s'il est d'un groupement.</param>
public sealed record DossierTrouve(string Type, Guid Id, Guid? Groupement = null);

/// <summary>Cherche dans un domaine, dans le périmètre de l'acteur.</summary>
public interface ISourceDeRecherche
{
    /// <param name="acteur">Celui qui cherche ; la source ne rend que ce qu'il peut ouvrir.</param>
    /// <param name="mots">Les mots cherchés, repliés par <see cref="CleDeTri.Mots"/> : un objet répond s'il les contient tous.</param>
    /// <param name="maximum">Le nombre de résultats au-delà duquel s'arrêter, par type.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    Task<IReadOnlyList<ResultatDeRecherche>> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<string> mots,
        int maximum,
        CancellationToken annulation = default
    );
}

/// <summary>Une ligne de la synthèse remise à la direction.</summary>
/// <param name="Rubrique">Le titre sous lequel elle se range (« Recensements »).</param>
/// <param name="Libelle">Ce qui est mesuré.</param>
/// <param name="Valeur">La valeur du jour, déjà mise en forme.</param>
/// <param name="MoisPrecedent">La même, un mois plus tôt ; null si elle n'a pas de sens alors.</param>
/// <param name="EnRetard">Vrai quand la ligne signale un retard.</param>
public sealed record LigneDeSynthese(string Rubrique, string Libelle, string Valeur, string? MoisPrecedent, bool EnRetard);

/// <summary>Les lignes qu'un domaine apporte à la synthèse.</summary>
public interface ISourceDeSynthese
{
    /// <param name="acteur">Celui qui lit.</param>
    /// <param name="jour">Le jour légal de la synthèse ; le mois précédent se compte à partir de lui.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    Task<IReadOnlyList<LigneDeSynthese>> ExecuterAsync(Acteur acteur, DateOnly jour, CancellationToken annulation = default);
}

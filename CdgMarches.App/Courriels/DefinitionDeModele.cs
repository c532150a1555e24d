namespace CdgMarches.App.Courriels;

/// <summary>Un champ qu'un modèle de courriel peut reprendre, écrit <c>{{nom}}</c> dans le texte.</summary>
public sealed record ChampDeModele(string Nom, string Libelle, string Exemple)
{
    /// <summary>Le texte réécrit doit le garder : sans son lien, une invitation n'inviterait à rien.</summary>
    public bool EstIndispensable { get; init; }
}

/// <summary>Un courriel dont le CDG peut réécrire le texte ; chaque capacité enregistre les siens dans ses services.</summary>
/// <param name="Cle">L'identifiant du modèle, gardé avec chaque envoi (« recensement.relance »).</param>
/// <param name="Titre">Ce que l'agent lit.</param>
/// <param name="Champs">Les champs que le texte peut reprendre.</param>
/// <param name="Objet">L'objet d'origine.</param>
/// <param name="Texte">Le texte d'origine, sans la salutation ni la signature, que l'application ajoute.</param>
public sealed record DefinitionDeModele(string Cle, string Titre, IReadOnlyList<ChampDeModele> Champs, string Objet, string Texte)
{
    /// <summary>Les champs que tout modèle connaît.</summary>
    public static IReadOnlyList<ChampDeModele> Communs { get; } =
    [
        new("destinataire", "Nom de la personne", "Mme Aude Vasseur"),
        new("cdg", "Nom du centre de gestion", "Centre de gestion du Pas-de-Calais"),
    ];

    public IReadOnlyList<ChampDeModele> TousLesChamps => [.. Champs, .. Communs];
}

namespace CdgMarches.App.Socle.Tableur;

/// <summary>Pourquoi un fichier n'a pas été lu.</summary>
public enum MotifDeRefus
{
    Vide,
    TropGros,
    Abime,
    ProtegeParMotDePasse,
    AncienXls,
    ClasseurBinaire,
    Macros,
    OpenDocument,
    AutreType,
    Bombe,
    TropDeFeuilles,
    TropDeLignes,
    TropDeColonnes,
    TropDeCellules,
    Encodage,
    GuillemetOuvert,
    SansDonnees,
    FeuilleAbsente,
    ColonnesManquantes,
    ColonneEnDouble,
}

/// <summary>
/// Le fichier reçu n'est pas lisible en l'état. Le message est une phrase pour l'utilisateur : ce qui s'est passé, ce qui
/// est sauf, ce qu'il faut faire.
/// </summary>
public sealed class FichierRefuseException(MotifDeRefus motif, string phrase, Exception? cause = null) : Exception(phrase, cause)
{
    public MotifDeRefus Motif { get; } = motif;

    /// <summary>La phrase à montrer telle quelle.</summary>
    public string Phrase => Message;
}

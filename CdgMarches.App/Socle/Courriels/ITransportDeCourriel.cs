using CdgMarches.Database.Socle;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Ce qu'un essai d'envoi a donné.</summary>
public enum IssueDEnvoi
{
    Envoye,

    /// <summary>Rien n'est parti : le serveur a refusé pour le moment.</summary>
    Reporte,

    /// <summary>Rien n'est parti : le serveur n'a pas répondu, ou refuse tout. Les autres courriels attendent aussi.</summary>
    Injoignable,

    /// <summary>Rien n'est parti et rien ne partira : le serveur refuse ce message.</summary>
    Refuse,

    /// <summary>Nul ne sait s'il est parti.</summary>
    Incertain,
}

/// <param name="Issue">Ce qui est arrivé.</param>
/// <param name="Code">Le code du serveur, s'il en a donné un.</param>
/// <param name="Detail">Ce que le serveur ou le réseau en dit.</param>
public sealed record ResultatDEnvoi(IssueDEnvoi Issue, int? Code = null, string? Detail = null);

/// <summary>Une pièce jointe, prête à lire.</summary>
/// <param name="Nom">Le nom que le destinataire voit.</param>
/// <param name="TypeMime">Son type.</param>
/// <param name="Chemin">Où est son contenu.</param>
public sealed record PieceJointe(string Nom, string TypeMime, string Chemin);

/// <summary>Un envoi, prêt à être confié au transport.</summary>
/// <param name="Envoi">Ce qui a été mis en file.</param>
/// <param name="MessageId">L'identifiant que le message porte.</param>
/// <param name="Date">La date qu'il porte.</param>
/// <param name="Pieces">Ses pièces jointes.</param>
public sealed record MessageAEnvoyer(
    EnvoiDeCourriel Envoi,
    string MessageId,
    DateTimeOffset Date,
    IReadOnlyList<PieceJointe> Pieces
)
{
    /// <summary>L'adresse où il part : celle de la personne, ou celle du mode d'essai.</summary>
    public string Adresse => Envoi.AdresseDEssai ?? Envoi.Destinataire;

    /// <summary>Son objet ; en mode d'essai, il dit à qui il était destiné.</summary>
    public string Objet => Envoi.AdresseDEssai is null ? Envoi.Objet : $"[Essai, pour {Envoi.Destinataire}] {Envoi.Objet}";

    /// <summary>La méthode de l'invitation jointe, que le type du contenu doit répéter.</summary>
    public string MethodeIcs => Envoi.Ics?.Contains("METHOD:CANCEL", StringComparison.Ordinal) == true ? "CANCEL" : "REQUEST";
}

/// <summary>Un moyen de transmettre un courriel : un serveur SMTP, ou un dossier de fichiers.</summary>
public interface ITransportDeCourriel
{
    /// <summary>Vrai si transmettre deux fois le même envoi ne fait qu'un message.</summary>
    bool EstIdempotent { get; }

    /// <summary>Transmet ; ne lève pas d'exception pour un refus ou une panne du serveur.</summary>
    Task<ResultatDEnvoi> TransmettreAsync(MessageAEnvoyer message);
}

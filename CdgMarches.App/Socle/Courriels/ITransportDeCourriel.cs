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

/// <summary>Un moyen de transmettre un courriel : un serveur SMTP, ou un dossier de fichiers.</summary>
public interface ITransportDeCourriel
{
    /// <summary>Vrai si transmettre deux fois le même envoi ne fait qu'un message.</summary>
    bool EstIdempotent { get; }

    /// <summary>Transmet ; ne lève pas d'exception pour un refus ou une panne du serveur.</summary>
    Task<ResultatDEnvoi> TransmettreAsync(EnvoiDeCourriel envoi, string messageId, DateTimeOffset date);
}

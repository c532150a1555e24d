using CdgMarches.Database;
using CdgMarches.Database.Socle;

namespace CdgMarches.App.Socle.Notifications;

/// <summary>Les avis aux utilisateurs, déposés dans la transaction de ce qui les cause.</summary>
public static class FileDeNotifications
{
    /// <param name="contexte">Le contexte de l'appelant.</param>
    /// <param name="destinataire">Le compte à prévenir.</param>
    /// <param name="texte">Une phrase : ce qui est arrivé, et s'il y a lieu ce qu'il faut faire.</param>
    /// <param name="lien">L'adresse à ouvrir, dans l'application.</param>
    /// <param name="instant">Maintenant.</param>
    public static void Deposer(
        MarchesDbContext contexte,
        Guid destinataire,
        string texte,
        string? lien,
        DateTimeOffset instant
    ) =>
        contexte.Notifications.Add(
            new Notification
            {
                Destinataire = destinataire,
                Texte = texte.Length <= 500 ? texte : texte[..500],
                Lien = lien,
                CreeeLe = instant,
            }
        );
}

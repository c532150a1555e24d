using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Remet les courriels au serveur SMTP du CDG, un par connexion.</summary>
/// <remarks>
/// <c>System.Net.Mail</c> ne rend pas la réponse du serveur en cas de succès et date lui-même le message de l'heure du
/// système. Une panne d'entrée-sortie une fois la connexion établie ne dit pas si le message est parti : l'issue est alors
/// incertaine, et l'application n'essaie pas une seconde fois.
/// </remarks>
internal sealed class TransportSmtp(ReglagesDeCourriel reglages, TimeSpan? patience = null) : ITransportDeCourriel
{
    /// <summary>Plus court que le bail de l'expéditeur : un envoi ne survit jamais à son droit d'envoyer.</summary>
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(60);

    public bool EstIdempotent => false;

    public async Task<ResultatDEnvoi> TransmettreAsync(MessageAEnvoyer aEnvoyer)
    {
        var message = Composer(aEnvoyer);
        var client = new SmtpClient(reglages.Hote, reglages.Port)
        {
            EnableSsl = reglages.StartTls,
            UseDefaultCredentials = false,
            Credentials = reglages.Utilisateur is null ? null : new NetworkCredential(reglages.Utilisateur, reglages.MotDePasse),
        };
        // The client's own time-out is for the synchronous call only, and its cancellation waits for the server.
        var envoi = client.SendMailAsync(message);
        _ = envoi.ContinueWith(
            fini =>
            {
                _ = fini.Exception;
                message.Dispose();
                client.Dispose();
            },
            TaskScheduler.Default
        );
        try
        {
            await envoi.WaitAsync(_patience);
            return new ResultatDEnvoi(IssueDEnvoi.Envoye);
        }
        catch (SmtpException panne)
        {
            return Classer(panne);
        }
        catch (Exception panne) when (panne is TimeoutException or OperationCanceledException or IOException or SocketException)
        {
            return new ResultatDEnvoi(IssueDEnvoi.Incertain, Detail: "le serveur n'a pas répondu à temps");
        }
    }

    /// <summary>Le texte d'abord, puis le HTML et l'invitation : la messagerie montre la dernière forme qu'elle comprend.</summary>
    private MailMessage Composer(MessageAEnvoyer aEnvoyer)
    {
        var envoi = aEnvoyer.Envoi;
        var message = new MailMessage
        {
            From = new MailAddress(reglages.Expediteur, reglages.NomExpediteur, Encoding.UTF8),
            Subject = aEnvoyer.Objet,
            SubjectEncoding = Encoding.UTF8,
            Body = envoi.Texte,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        message.To.Add(new MailAddress(aEnvoyer.Adresse, envoi.NomDestinataire, Encoding.UTF8));
        message.Headers["Message-ID"] = aEnvoyer.MessageId;
        // Holiday responders stay silent (RFC 3834).
        message.Headers["Auto-Submitted"] = "auto-generated";
        if (envoi.RepondreA is { } reponse)
        {
            message.ReplyToList.Add(new MailAddress(reponse));
        }

        if (envoi.Html is { } html)
        {
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, "text/html"));
        }

        if (envoi.Ics is { } ics)
        {
            var type = new ContentType("text/calendar") { CharSet = "utf-8" };
            type.Parameters["method"] = aEnvoyer.MethodeIcs;
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(ics, type));
        }

        foreach (var piece in aEnvoyer.Pieces)
        {
            message.Attachments.Add(
                new Attachment(File.OpenRead(piece.Chemin), piece.Nom, piece.TypeMime) { NameEncoding = Encoding.UTF8 }
            );
        }

        return message;
    }

    /// <summary>Ce que la panne permet d'affirmer ; ce qui n'est pas sûrement « non parti » est incertain.</summary>
    private static ResultatDEnvoi Classer(SmtpException panne) =>
        ((int)panne.StatusCode, panne.InnerException) switch
        {
            // The connection never opened, or the certificate was refused before any command.
            (_, SocketException or AuthenticationException) => new(IssueDEnvoi.Injoignable, null, panne.InnerException.Message),
            // The server does not offer the encryption asked for: nothing was sent.
            (-1, null) => new(IssueDEnvoi.Injoignable, null, panne.Message),
            ((421 or 454 or 530 or 534 or 535 or 538) and var code, _) => new(IssueDEnvoi.Injoignable, code, panne.Message),
            (>= 400 and < 500 and var code, _) => new(IssueDEnvoi.Reporte, code, panne.Message),
            (>= 500 and < 600 and var code, _) => new(IssueDEnvoi.Refuse, code, panne.Message),
            _ => new(IssueDEnvoi.Incertain, null, panne.InnerException?.Message ?? panne.Message),
        };
}

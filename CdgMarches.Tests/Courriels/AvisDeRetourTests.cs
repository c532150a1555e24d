using CdgMarches.App.Courriels;

namespace CdgMarches.Tests.Courriels;

public sealed class AvisDeRetourTests
{
    internal static string Avis(string messageId, string action = "failed") =>
        $"""
            From: MAILER-DAEMON@serveur.invalid
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; mairie@exemple.invalid
            Action: {action}
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <mairie@exemple.invalid>:
                Recipient address rejected

            --b
            Content-Type: text/rfc822-headers

            Message-ID: {messageId}
            --b--
            """;

    [Fact]
    public void Un_avis_de_non_remise_dit_le_message_et_la_raison()
    {
        var avis = AvisDeRetour.Lire(Avis("<abc@exemple.invalid>"))!;

        Assert.True(avis.EstDefinitif);
        Assert.Contains("<abc@exemple.invalid>", avis.Messages);
        Assert.StartsWith("5.1.1 550 5.1.1", avis.Raison, StringComparison.Ordinal);
        Assert.EndsWith("Recipient address rejected", avis.Raison, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_retard_n_est_pas_un_retour_et_une_reponse_ordinaire_n_est_pas_un_avis()
    {
        Assert.False(AvisDeRetour.Lire(Avis("<abc@exemple.invalid>", "delayed"))!.EstDefinitif);
        Assert.Null(AvisDeRetour.Lire("From: a@b.fr\nSubject: Absence\n\nJe suis absent."));
    }
}

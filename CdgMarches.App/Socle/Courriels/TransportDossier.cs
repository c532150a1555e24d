using System.Globalization;
using System.Text;
using CdgMarches.Database.Socle;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Écrit chaque courriel dans un fichier <c>.eml</c>, qu'un logiciel de messagerie ouvre.</summary>
internal sealed class TransportDossier(ReglagesDeCourriel reglages) : ITransportDeCourriel
{
    public bool EstIdempotent => true;

    public async Task<ResultatDEnvoi> TransmettreAsync(EnvoiDeCourriel envoi, string messageId, DateTimeOffset date)
    {
        var horodatage = envoi.DeposeLe.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var fichier = Path.Combine(reglages.Dossier, $"{horodatage}-{envoi.Id:N}.eml");
        var provisoire = fichier + ".partiel";
        try
        {
            Directory.CreateDirectory(reglages.Dossier);
            await File.WriteAllTextAsync(provisoire, Composer(envoi, messageId, date));
            File.Move(provisoire, fichier, overwrite: true);
            return new ResultatDEnvoi(IssueDEnvoi.Envoye);
        }
        catch (Exception panne) when (panne is IOException or UnauthorizedAccessException)
        {
            return new ResultatDEnvoi(IssueDEnvoi.Injoignable, Detail: "le dossier des courriels ne peut être écrit");
        }
    }

    private string Composer(EnvoiDeCourriel envoi, string messageId, DateTimeOffset date)
    {
        var message = new StringBuilder();
        message.Append("From: ").Append(Adresse(reglages.NomExpediteur, reglages.Expediteur)).Append("\r\n");
        message.Append("To: ").Append(Adresse(envoi.NomDestinataire, envoi.Destinataire)).Append("\r\n");
        message.Append("Subject: ").Append(Mot(envoi.Objet)).Append("\r\n");
        message
            .Append("Date: ")
            .Append(date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH':'mm':'ss '+0000'", CultureInfo.InvariantCulture));
        message.Append("\r\nMessage-ID: ").Append(messageId);
        message.Append(
            "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        );
        message.Append(envoi.Texte.ReplaceLineEndings("\r\n"));
        return message.Append("\r\n").ToString();
    }

    private static string Adresse(string nom, string adresse) => nom.Length == 0 ? adresse : $"{Mot(nom)} <{adresse}>";

    /// <summary>Un texte d'en-tête : tel quel s'il est simple, sinon en mots encodés de 45 octets au plus (RFC 2047).</summary>
    private static string Mot(string texte)
    {
        if (texte.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '\''))
        {
            return texte;
        }

        List<string> mots = [];
        var morceau = new StringBuilder();
        foreach (var rune in texte.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(morceau.ToString()) + rune.Utf8SequenceLength > 45)
            {
                mots.Add(Encoder(morceau));
                morceau.Clear();
            }

            morceau.Append(rune.ToString());
        }

        mots.Add(Encoder(morceau));
        return string.Join("\r\n ", mots);
    }

    private static string Encoder(StringBuilder morceau) =>
        $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(morceau.ToString()))}?=";
}

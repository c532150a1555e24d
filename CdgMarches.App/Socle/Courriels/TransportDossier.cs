using System.Globalization;
using System.Text;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Écrit chaque courriel dans un fichier <c>.eml</c>, qu'un logiciel de messagerie ouvre.</summary>
internal sealed class TransportDossier(ReglagesDeCourriel reglages) : ITransportDeCourriel
{
    public bool EstIdempotent => true;

    public async Task<ResultatDEnvoi> TransmettreAsync(MessageAEnvoyer message)
    {
        var horodatage = message.Envoi.DeposeLe.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var fichier = Path.Combine(reglages.Dossier, $"{horodatage}-{message.Envoi.Id:N}.eml");
        var provisoire = fichier + ".partiel";
        try
        {
            Directory.CreateDirectory(reglages.Dossier);
            await File.WriteAllTextAsync(provisoire, await ComposerAsync(message));
            File.Move(provisoire, fichier, overwrite: true);
            return new ResultatDEnvoi(IssueDEnvoi.Envoye);
        }
        catch (Exception panne) when (panne is IOException or UnauthorizedAccessException)
        {
            return new ResultatDEnvoi(IssueDEnvoi.Injoignable, Detail: "le dossier des courriels ne peut être écrit");
        }
    }

    private async Task<string> ComposerAsync(MessageAEnvoyer aEnvoyer)
    {
        var envoi = aEnvoyer.Envoi;
        var message = new StringBuilder();
        message.Append("From: ").Append(Adresse(reglages.NomExpediteur, reglages.Expediteur)).Append("\r\n");
        message.Append("To: ").Append(Adresse(envoi.NomDestinataire, aEnvoyer.Adresse)).Append("\r\n");
        if (envoi.RepondreA is { } reponse)
        {
            message.Append("Reply-To: ").Append(reponse).Append("\r\n");
        }

        message.Append("Subject: ").Append(Mot(aEnvoyer.Objet)).Append("\r\n");
        message
            .Append("Date: ")
            .Append(
                aEnvoyer.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH':'mm':'ss '+0000'", CultureInfo.InvariantCulture)
            );
        message
            .Append("\r\nMessage-ID: ")
            .Append(aEnvoyer.MessageId)
            .Append("\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
        var corps = Reunir(
            "alternative",
            envoi.Id,
            [
                Partie("text/plain; charset=utf-8", envoi.Texte),
                .. envoi.Html is { } html ? [Partie("text/html; charset=utf-8", html)] : Array.Empty<string>(),
                .. envoi.Ics is { } ics
                    ? [Partie($"text/calendar; charset=utf-8; method={aEnvoyer.MethodeIcs}", ics)]
                    : Array.Empty<string>(),
            ]
        );
        List<string> parties = [corps];
        foreach (var piece in aEnvoyer.Pieces)
        {
            parties.Add(
                $"Content-Type: {piece.TypeMime}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(piece.Nom)}\r\n\r\n"
                    + Convert.ToBase64String(await File.ReadAllBytesAsync(piece.Chemin), Base64FormattingOptions.InsertLineBreaks)
            );
        }

        return message.Append(Reunir("mixed", envoi.Id, parties)).Append("\r\n").ToString();
    }

    private static string Partie(string type, string texte) =>
        $"Content-Type: {type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{texte.ReplaceLineEndings("\r\n")}";

    private static string Reunir(string sorte, Guid envoi, IReadOnlyList<string> parties)
    {
        if (parties is [var seule])
        {
            return seule;
        }

        var limite = $"=_{sorte}_{envoi:N}";
        return $"Content-Type: multipart/{sorte}; boundary=\"{limite}\"\r\n\r\n"
            + string.Concat(parties.Select(p => $"--{limite}\r\n{p}\r\n"))
            + $"--{limite}--";
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

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CdgMarches.Tests.Outils;

/// <summary>Ce que fait le serveur d'essai une fois le message reçu.</summary>
public enum ConduiteSmtp
{
    Accepter,

    /// <summary>Refuse le destinataire pour de bon (550).</summary>
    RefuserLeDestinataire,

    /// <summary>Refuse pour le moment (451).</summary>
    Reporter,

    /// <summary>Coupe la connexion sans répondre, le message entier reçu.</summary>
    CouperApresLeMessage,
}

/// <summary>Un vrai serveur SMTP sur la boucle locale, qui garde ce qu'on lui remet.</summary>
public sealed class ServeurSmtp : IAsyncDisposable
{
    private readonly TcpListener _ecoute = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _arret = new();
    private readonly Task _boucle;

    public ServeurSmtp()
    {
        _ecoute.Start();
        _boucle = AccueillirAsync();
    }

    public int Port => ((IPEndPoint)_ecoute.LocalEndpoint).Port;

    public ConduiteSmtp Conduite { get; set; }

    /// <summary>Les messages reçus en entier, acceptés ou non.</summary>
    public List<string> Recus { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _arret.CancelAsync();
        _ecoute.Stop();
        await _boucle;
        _arret.Dispose();
    }

    private async Task AccueillirAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _ecoute.AcceptTcpClientAsync(_arret.Token);
                await ConverserAsync(client);
            }
        }
        catch (Exception fin) when (fin is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ConverserAsync(TcpClient client)
    {
        using var lecture = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var ecriture = new StreamWriter(client.GetStream(), new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        try
        {
            await ecriture.WriteLineAsync("220 essai");
            while (await lecture.ReadLineAsync(_arret.Token) is { } ligne)
            {
                switch (ligne.Split(' ')[0].ToUpperInvariant())
                {
                    case "EHLO" or "HELO" or "MAIL" or "RSET":
                        await ecriture.WriteLineAsync("250 ok");
                        break;
                    case "RCPT":
                        await ecriture.WriteLineAsync(
                            Conduite is ConduiteSmtp.RefuserLeDestinataire ? "550 boite inconnue" : "250 ok"
                        );
                        break;
                    case "DATA":
                        await ecriture.WriteLineAsync("354 allez-y");
                        Recus.Add(await MessageAsync(lecture));
                        if (Conduite is ConduiteSmtp.CouperApresLeMessage)
                        {
                            return;
                        }

                        await ecriture.WriteLineAsync(Conduite is ConduiteSmtp.Reporter ? "451 plus tard" : "250 accepte");
                        break;
                    case "QUIT":
                        await ecriture.WriteLineAsync("221 au revoir");
                        return;
                    default:
                        await ecriture.WriteLineAsync("502 commande inconnue");
                        break;
                }
            }
        }
        catch (IOException)
        {
            // The client left first.
        }
    }

    private async Task<string> MessageAsync(StreamReader lecture)
    {
        var message = new StringBuilder();
        while (await lecture.ReadLineAsync(_arret.Token) is { } ligne && ligne != ".")
        {
            message.AppendLine(ligne.StartsWith("..", StringComparison.Ordinal) ? ligne[1..] : ligne);
        }

        return message.ToString();
    }
}

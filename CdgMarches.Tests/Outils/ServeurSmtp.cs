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
    private readonly CancellationTokenSource _arret = new();
    private readonly List<string> _recus = [];
    private TcpListener _ecoute = new(IPAddress.Loopback, 0);
    private Task _boucle;

    public ServeurSmtp()
    {
        _ecoute.Start();
        Port = ((IPEndPoint)_ecoute.LocalEndpoint).Port;
        _boucle = AccueillirAsync();
    }

    public int Port { get; }

    public ConduiteSmtp Conduite { get; set; }

    /// <summary>Les adresses que le serveur refuse pour de bon ; les autres suivent <see cref="Conduite"/>.</summary>
    public HashSet<string> Refusees { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Combien de temps il attend avant d'accuser réception d'un message.</summary>
    public TimeSpan Lenteur { get; set; }

    /// <summary>Les messages reçus en entier, acceptés ou non.</summary>
    public IReadOnlyList<string> Recus
    {
        get
        {
            lock (_recus)
            {
                return [.. _recus];
            }
        }
    }

    /// <summary>Les identifiants des messages reçus, doublons compris.</summary>
    public IReadOnlyList<string> Identifiants =>
        [
            .. Recus.Select(m =>
                m.Split('\n').First(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))[11..].Trim()
            ),
        ];

    /// <summary>Tombe en panne : plus personne ne répond à ce port.</summary>
    public async Task EteindreAsync()
    {
        _ecoute.Stop();
        await _boucle;
    }

    /// <summary>Se rétablit, sur le même port.</summary>
    public void Rallumer()
    {
        _ecoute = new TcpListener(IPAddress.Loopback, Port);
        _ecoute.Start();
        _boucle = AccueillirAsync();
    }

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
        catch (Exception fin)
            when (fin is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over, or the server was switched off.
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
                            Conduite is ConduiteSmtp.RefuserLeDestinataire || Refusees.Any(ligne.Contains)
                                ? "550 boite inconnue"
                                : "250 ok"
                        );
                        break;
                    case "DATA":
                        await ecriture.WriteLineAsync("354 allez-y");
                        if (await MessageAsync(lecture) is not { } message)
                        {
                            return;
                        }

                        lock (_recus)
                        {
                            _recus.Add(message);
                        }

                        await Task.Delay(Lenteur, _arret.Token);
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

    /// <returns>Null si le client est parti avant la fin du message.</returns>
    private async Task<string?> MessageAsync(StreamReader lecture)
    {
        var message = new StringBuilder();
        while (await lecture.ReadLineAsync(_arret.Token) is { } ligne)
        {
            if (ligne == ".")
            {
                return message.ToString();
            }

            message.AppendLine(ligne.StartsWith("..", StringComparison.Ordinal) ? ligne[1..] : ligne);
        }

        return null;
    }
}

using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle.Courriels;

/// <summary>Vide la file des courriels, un nœud à la fois.</summary>
/// <remarks>
/// Un courriel est noté « en cours » avant d'être confié au transport. S'il l'est encore quand on prend le bail, c'est que le
/// processus qui l'envoyait est mort : il est peut-être parti, un agent le vérifiera. Jamais deux envois en silence.
/// </remarks>
internal sealed class ExpedierCourriels(
    IDbContextFactory<MarchesDbContext> donnees,
    ITransportDeCourriel transport,
    Baux baux,
    ReglagesDeCourriel reglages,
    MagasinDeFichiers magasin,
    InstallationDEnvoi installation,
    TimeProvider horloge
)
{
    /// <summary>Le bail de l'expéditeur, le même sur tous les nœuds.</summary>
    public static readonly Guid Bail = new("0195f000-0000-7000-8000-c00000000001");

    private const int ParTour = 200;
    private static readonly TimeSpan DureeDuBail = TimeSpan.FromMinutes(3);

    /// <summary>L'attente après chaque essai manqué ; la dernière se répète.</summary>
    private static readonly TimeSpan[] Attentes =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
    ];

    /// <summary>Environ deux jours d'essais ; au-delà, un agent doit le savoir.</summary>
    private const int EssaisAuPlus = 15;

    /// <param name="detenteur">Le nœud qui expédie ; ce processus si rien n'est dit.</param>
    /// <param name="annulation">Demande d'arrêt : l'envoi commencé se termine, le suivant ne part pas.</param>
    /// <returns>Faux s'il faut laisser le serveur tranquille un moment.</returns>
    public async Task<bool> ExecuterAsync(string? detenteur = null, CancellationToken annulation = default)
    {
        if (
            reglages.Mode is ModeDeCourriel.EnAttente
            || !await AttendAsync(annulation)
            || (reglages.Mode is ModeDeCourriel.Smtp && !await installation.EstConfirmeeAsync(annulation))
            || !await baux.PrendreAsync(Bail, DureeDuBail, detenteur, annulation)
        )
        {
            return true;
        }

        await RecupererAsync(annulation);
        var envois = await DusAsync(annulation);
        foreach (var envoi in envois)
        {
            if (annulation.IsCancellationRequested || !await baux.ProlongerAsync(Bail, DureeDuBail, detenteur, annulation))
            {
                return true;
            }

            if (await EnvoyerAsync(envoi) is IssueDEnvoi.Injoignable)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> AttendAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnvoisDeCourriel.AnyAsync(
            e => e.Etat == EtatDEnvoi.EnCours || (e.Etat == EtatDEnvoi.EnFile && e.ProchainEssai <= maintenant),
            annulation
        );
    }

    /// <summary>Ce qu'un processus mort a laissé en cours.</summary>
    private async Task RecupererAsync(CancellationToken annulation)
    {
        var etat = transport.EstIdempotent ? EtatDEnvoi.EnFile : EtatDEnvoi.AVerifier;
        const string erreur =
            "L'application s'est arrêtée pendant l'envoi : le courriel est peut-être parti. Vérifiez auprès du destinataire avant de renvoyer.";
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte
            .EnvoisDeCourriel.Where(e => e.Etat == EtatDEnvoi.EnCours)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Etat, etat).SetProperty(x => x.Erreur, erreur), annulation);
    }

    private async Task<List<EnvoiDeCourriel>> DusAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .EnvoisDeCourriel.AsNoTracking()
            .Where(e => e.Etat == EtatDEnvoi.EnFile && e.ProchainEssai <= maintenant)
            .OrderBy(e => e.ProchainEssai)
            .ThenBy(e => e.Id)
            .Take(ParTour)
            .ToListAsync(annulation);
    }

    private async Task<IssueDEnvoi?> EnvoyerAsync(EnvoiDeCourriel envoi)
    {
        var messageId = envoi.MessageId ?? $"<{envoi.Id:N}@{reglages.Expediteur.Split('@')[^1]}>";
        await using var contexte = await donnees.CreateDbContextAsync(CancellationToken.None);
        var reserve = await contexte
            .EnvoisDeCourriel.Where(e => e.Id == envoi.Id && e.Etat == EtatDEnvoi.EnFile)
            .ExecuteUpdateAsync(e =>
                e.SetProperty(x => x.Etat, EtatDEnvoi.EnCours)
                    .SetProperty(x => x.MessageId, messageId)
                    .SetProperty(x => x.AdresseDEssai, reglages.RedirigerVers)
                    .SetProperty(x => x.Essais, x => x.Essais + 1)
            );
        if (reserve == 0)
        {
            return null;
        }

        envoi.AdresseDEssai = reglages.RedirigerVers;
        var resultat = await TransmettreAsync(contexte, envoi, messageId);
        var suivi = await contexte.EnvoisDeCourriel.SingleAsync(e => e.Id == envoi.Id);
        Noter(suivi, resultat);
        await contexte.SaveChangesAsync();
        return resultat.Issue;
    }

    private async Task<ResultatDEnvoi> TransmettreAsync(MarchesDbContext contexte, EnvoiDeCourriel envoi, string messageId)
    {
        var pieces = await contexte
            .PiecesDeCourriel.Where(p => p.Envoi == envoi.Id)
            .OrderBy(p => p.Rang)
            .Join(contexte.Pieces, p => p.Piece, p => p.Id, (_, piece) => piece)
            .ToListAsync();
        var jointes = pieces.ConvertAll(p => new PieceJointe(p.Nom, p.TypeMime, magasin.Chemin(p.Sha256)));
        return jointes.Find(p => !File.Exists(p.Chemin)) is { } absente
            ? new ResultatDEnvoi(
                IssueDEnvoi.Refuse,
                Detail: $"la pièce jointe « {absente.Nom} » n'est plus dans le dossier des fichiers"
            )
            : await transport.TransmettreAsync(new MessageAEnvoyer(envoi, messageId, horloge.GetUtcNow(), jointes));
    }

    private void Noter(EnvoiDeCourriel envoi, ResultatDEnvoi resultat)
    {
        var maintenant = horloge.GetUtcNow();
        envoi.CodeSmtp = resultat.Code;
        envoi.EnvoyeLe = resultat.Issue is IssueDEnvoi.Envoye ? maintenant : null;
        envoi.ProchainEssai = maintenant + Attentes[Math.Min(envoi.Essais, Attentes.Length) - 1];
        envoi.Etat = resultat.Issue switch
        {
            IssueDEnvoi.Envoye => EtatDEnvoi.Envoye,
            IssueDEnvoi.Refuse => EtatDEnvoi.Echoue,
            IssueDEnvoi.Incertain => EtatDEnvoi.AVerifier,
            IssueDEnvoi.Reporte or IssueDEnvoi.Injoignable => envoi.Essais >= EssaisAuPlus
                ? EtatDEnvoi.Echoue
                : EtatDEnvoi.EnFile,
        };
        envoi.Erreur = Phrase(envoi.Etat, resultat);
    }

    private static string? Phrase(EtatDEnvoi etat, ResultatDEnvoi resultat)
    {
        var detail = string.IsNullOrWhiteSpace(resultat.Detail) ? "" : $" Détail : {resultat.Detail}";
        var phrase = etat switch
        {
            EtatDEnvoi.Echoue =>
                $"Le courriel n'est pas parti et ne sera plus essayé. Vérifiez l'adresse, puis renvoyez.{detail}",
            EtatDEnvoi.AVerifier =>
                $"La connexion s'est rompue pendant l'envoi : le courriel est peut-être parti. Vérifiez avant de renvoyer.{detail}",
            EtatDEnvoi.EnFile => $"Le courriel n'est pas encore parti ; un nouvel essai est prévu.{detail}",
            EtatDEnvoi.EnCours or EtatDEnvoi.Envoye or EtatDEnvoi.Revenu => null,
        };
        return phrase is { Length: > EnvoiDeCourriel.LongueurDeLErreur } ? phrase[..EnvoiDeCourriel.LongueurDeLErreur] : phrase;
    }
}

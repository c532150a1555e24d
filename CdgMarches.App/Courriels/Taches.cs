using System.Text;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Relance chaque matin ouvré les membres qui n'ont pas validé, une fois les relances activées.</summary>
internal sealed class TacheDesRelances(RelancerRecensements relancer, ActiverRelances activer) : ITachePlanifiee
{
    public string Nom => "recensements.relances";

    public string Libelle => "Relances des recensements";

    public string Cron => "0 0 9 ? * MON-FRI";

    public string ReglageDeLHeure => ClesDeReglage.HeureDesRelances;

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        if (!await activer.SontActivesAsync(annulation))
        {
            return "Les relances automatiques ne sont pas activées : rien n'a été envoyé.";
        }

        var plan = await relancer.ExecuterAsync(Acteur.Systeme, annulation: annulation);
        return $"{Formats.Compter(plan.Personnes.Count, "courriel mis en file", "courriels mis en file")}, "
            + $"{Formats.Compter(plan.Lettres.Count, "lettre à imprimer", "lettres à imprimer")}, "
            + $"{Formats.Compter(plan.DejaRelancees, "personne relancée il y a peu", "personnes relancées il y a peu")}.";
    }
}

/// <summary>Lit le dossier où le serveur de courriels dépose les avis de non-remise.</summary>
internal sealed class TacheDesRetours(
    IDbContextFactory<MarchesDbContext> donnees,
    ReglagesDeCourriel reglages,
    SignalerRetour signaler
) : ITachePlanifiee
{
    private const long TailleMax = 5 * 1024 * 1024;

    public string Nom => "courriels.retours";

    public string Libelle => "Lecture des avis de non-remise";

    public string Cron => "0 0/10 * * * ?";

    public async Task<string> ExecuterAsync(CancellationToken annulation)
    {
        if (reglages.DossierDesRetours is not { } dossier || !Directory.Exists(dossier))
        {
            return "Aucun dossier de retours n'est réglé, ou il n'existe pas.";
        }

        var (notes, autres) = (0, 0);
        foreach (var fichier in Directory.EnumerateFiles(dossier, "*.eml").Take(500))
        {
            annulation.ThrowIfCancellationRequested();
            var reconnu = await LireAsync(fichier, annulation);
            _ = reconnu ? notes++ : autres++;
            var destination = Directory.CreateDirectory(Path.Combine(dossier, reconnu ? "traites" : "non-reconnus")).FullName;
            File.Move(fichier, Path.Combine(destination, Path.GetFileName(fichier)), overwrite: true);
        }

        return $"{Formats.Compter(notes, "avis lu", "avis lus")}, {Formats.Compter(autres, "non reconnu", "non reconnus")}.";
    }

    private async Task<bool> LireAsync(string fichier, CancellationToken annulation)
    {
        if (new FileInfo(fichier).Length > TailleMax)
        {
            return false;
        }

        var avis = AvisDeRetour.Lire(await File.ReadAllTextAsync(fichier, Encoding.Latin1, annulation));
        if (avis is null)
        {
            return false;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var ids = await contexte
            .EnvoisDeCourriel.Where(e => e.MessageId != null && avis.Messages.Contains(e.MessageId))
            .Select(e => e.Id)
            .ToListAsync(annulation);
        foreach (var id in avis.EstDefinitif ? ids : [])
        {
            try
            {
                await signaler.ExecuterAsync(Acteur.Systeme, id, avis.Raison, annulation);
            }
            catch (RefusException)
            {
                // A notice about a mail that is still queued cannot be true: it stays in the folder of the unrecognised.
                return false;
            }
        }

        return ids.Count > 0;
    }
}

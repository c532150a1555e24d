using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Dépose le procès-verbal signé, puis ses rectificatifs ; ni l'un ni les autres ne changent ensuite (RG2.33).</summary>
public sealed class DeposerProcesVerbal(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    MagasinDeFichiers magasin
)
{
    public async Task SignerAsync(
        Acteur acteur,
        SeanceId id,
        int versionLue,
        FichierRecu fichier,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var seance = await contexte.SeanceAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(seance, versionLue);
        seance.PeutDeposerLePv().Exiger();
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, TypesMime.PapiersSignes, annulation);

        seance.DeposerLePv(piece.Id, piece.Nom, horloge.Maintenant);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    public async Task RectifierAsync(
        Acteur acteur,
        SeanceId id,
        int versionLue,
        FichierRecu fichier,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var seance = await contexte.SeanceAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(seance, versionLue);
        seance.PeutRectifier(motif).Exiger();
        await using var contenu = File.OpenRead(fichier.Chemin);
        var piece = await magasin.DeposerAsync(contexte, contenu, fichier.Nom, acteur, TypesMime.PapiersSignes, annulation);

        seance.Rectifier(piece.Id, piece.Nom, motif, horloge.Maintenant);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

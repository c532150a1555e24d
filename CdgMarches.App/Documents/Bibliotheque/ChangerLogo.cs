using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Parametres;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Change ou ôte le logo du papier à en-tête.</summary>
public sealed class ChangerLogo(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    /// <summary>Un logo tient en un mégaoctet ; au-delà, chaque courrier le porterait.</summary>
    public const long TailleMax = 1024 * 1024;

    /// <param name="acteur">L'administrateur.</param>
    /// <param name="nom">Le nom du fichier.</param>
    /// <param name="contenu">Un PNG ou un JPEG ; null pour l'ôter.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(Acteur acteur, string? nom, Stream? contenu, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Administrer);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var piece = contenu is null
            ? null
            : await magasin.DeposerAsync(contexte, contenu, nom ?? "logo", acteur, [TypesMime.Png, TypesMime.Jpeg], annulation);
        var reglage =
            await contexte.ReglagesGeneraux.SingleOrDefaultAsync(r => r.Cle == PapierAEntete.CleDuLogo, annulation)
            ?? contexte.ReglagesGeneraux.Add(new ReglageGeneral(PapierAEntete.CleDuLogo, "")).Entity;
        (reglage.Valeur, reglage.ModifieLe, reglage.ModifiePar) = (piece?.Id.ToString() ?? "", horloge.Maintenant, acteur.Nom);
        contexte.Journaliser(
            LigneDeJournal.De(Parametrage.ObjetType, Parametrage.ObjetId, new LogoChange(piece?.Nom), acteur, horloge.Maintenant)
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        parametres.Oublier();
    }
}

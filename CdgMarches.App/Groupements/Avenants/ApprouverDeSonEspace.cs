using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>
/// Enregistre, de l'espace d'un membre, son approbation du texte proposé : elle vaut avec la délibération qu'il dépose (RG1.34).
/// Un refus, qui rejette l'avenant pour tous, reste enregistré par le centre de gestion.
/// </summary>
public sealed class ApprouverDeSonEspace(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <param name="acteur">Un utilisateur de la collectivité.</param>
    /// <param name="id">La réponse attendue d'elle.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="empreinteLue">L'empreinte du texte qu'il a sous les yeux.</param>
    /// <param name="deliberation">Les dates de la délibération.</param>
    /// <param name="contenu">La délibération, lue jusqu'au bout.</param>
    /// <param name="nom">Le nom du fichier.</param>
    /// <param name="annulation">Abandonne : rien n'est gardé.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        ApprobationDAvenantId id,
        int versionLue,
        string empreinteLue,
        ActeDeliberatif deliberation,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var approbation =
                    await contexte.ApprobationsDAvenant.SingleOrDefaultAsync(
                        a => a.Id == id && siennes.Contains(a.Collectivite),
                        jeton
                    ) ?? throw new DroitManquantException(Droits.Espace);
                var groupement = await contexte
                    .AvenantsDeConvention.Where(a => a.Id == approbation.Avenant)
                    .Select(a => a.Groupement)
                    .SingleAsync(jeton);
                // The text is read under the lock: an agent revising it at this instant waits, or has already changed it.
                await contexte.VerrouillerAsync(groupement, jeton);
                var avenant = await contexte
                    .AvenantsDeConvention.AsNoTracking()
                    .SingleAsync(a => a.Id == approbation.Avenant, jeton);
                contexte.ExigerVersion(approbation, versionLue);
                approbation
                    .PeutApprouverDeSonEspace(avenant.Etat, avenant.Empreinte, empreinteLue, deliberation, horloge.Aujourdhui)
                    .Et(await contexte.PeutRepondreAsync(groupement, approbation.Collectivite, horloge.Aujourdhui, jeton))
                    .Exiger();
                var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, TypesMime.Actes, jeton);
                approbation.Approuver(avenant.Texte, empreinteLue, deliberation with { Piece = piece.Id }, horloge.Aujourdhui);
                await contexte.NoterLaReponseAsync(avenant, approbation, acteur, horloge.Maintenant, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

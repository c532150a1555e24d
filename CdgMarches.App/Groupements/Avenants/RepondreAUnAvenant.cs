using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Enregistre la réponse d'un membre : approbation d'un texte nommé, ou refus qui rejette l'avenant et le dit à tous.</summary>
public sealed class RepondreAUnAvenant(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <param name="acteur">Un gestionnaire.</param>
    /// <param name="id">L'approbation attendue.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="empreinte">L'empreinte du texte approuvé ; null pour un refus.</param>
    /// <param name="deliberation">La délibération du membre.</param>
    /// <param name="constat">Ce qui montre, si elle précède le texte soumis, qu'elle l'approuve.</param>
    /// <param name="annulation">Abandonne.</param>
    public Task ExecuterAsync(
        Acteur acteur,
        ApprobationDAvenantId id,
        int versionLue,
        string? empreinte,
        ActeDeliberatif deliberation,
        string? constat = null,
        CancellationToken annulation = default
    ) =>
        SurLaReponseAsync(
            acteur,
            id,
            versionLue,
            async (contexte, avenant, approbation, jeton) =>
            {
                if (empreinte is null)
                {
                    approbation.Refuser(avenant.Texte, deliberation, horloge.Aujourdhui, constat);
                    await RejeterAsync(contexte, avenant, approbation.Collectivite, jeton);
                }
                else
                {
                    ApprobationDAvenant.PeutCompter(avenant.Texte, empreinte, deliberation).Exiger(constat);
                    approbation.Approuver(avenant.Texte, empreinte, deliberation, horloge.Aujourdhui, constat);
                }

                await contexte.NoterLaReponseAsync(avenant, approbation, acteur, horloge.Maintenant, jeton);
            },
            annulation
        );

    /// <summary>Constate qu'une délibération déposée par un membre, antérieure au texte soumis, l'approuve bien (RG1.34).</summary>
    public Task ConstaterAsync(
        Acteur acteur,
        ApprobationDAvenantId id,
        int versionLue,
        string? constat,
        CancellationToken annulation = default
    ) =>
        SurLaReponseAsync(
            acteur,
            id,
            versionLue,
            async (contexte, avenant, approbation, jeton) =>
            {
                approbation.Constater(avenant.Texte, constat);
                await contexte.NoterLaReponseAsync(avenant, approbation, acteur, horloge.Maintenant, jeton);
            },
            annulation
        );

    /// <summary>Joint la délibération remise sur papier à la réponse enregistrée pour un membre ; une nouvelle remplace l'ancienne.</summary>
    /// <param name="acteur">Un gestionnaire.</param>
    /// <param name="id">La réponse.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="contenu">La délibération, lue jusqu'au bout.</param>
    /// <param name="nom">Le nom du fichier.</param>
    /// <param name="annulation">Abandonne : rien n'est gardé.</param>
    public Task JoindreAsync(
        Acteur acteur,
        ApprobationDAvenantId id,
        int versionLue,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    ) =>
        SurLaReponseAsync(
            acteur,
            id,
            versionLue,
            async (contexte, avenant, approbation, jeton) =>
            {
                var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, TypesMime.Actes, jeton);
                approbation.Joindre(piece.Id);
                contexte.Journaliser(
                    LigneDeJournal.De(
                        nameof(AvenantDeConvention),
                        avenant.Id.Valeur,
                        new DeliberationJointeALAvenant(
                            approbation.Collectivite,
                            await contexte.NomAsync(approbation.Collectivite, jeton),
                            piece.Nom
                        ),
                        acteur,
                        horloge.Maintenant
                    )
                );
            },
            annulation
        );

    private async Task SurLaReponseAsync(
        Acteur acteur,
        ApprobationDAvenantId id,
        int versionLue,
        Func<MarchesDbContext, AvenantDeConvention, ApprobationDAvenant, CancellationToken, Task> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var permis = contexte.AvenantsDeConvention.DansLaLimite(acteur, a => a.Groupement).Select(a => a.Id);
                var approbation =
                    await contexte.ApprobationsDAvenant.SingleOrDefaultAsync(a => a.Id == id && permis.Contains(a.Avenant), jeton)
                    ?? throw new DroitManquantException(Droits.GererGroupements);
                var avenant = await contexte.AvenantAsync(acteur, approbation.Avenant, jeton);
                await contexte.VerrouillerAsync(avenant.Groupement, jeton);
                contexte.ExigerVersion(approbation, versionLue);
                (
                    await contexte.PeutRepondreAsync(avenant.Groupement, approbation.Collectivite, horloge.Aujourdhui, jeton)
                ).Exiger();
                await intention(contexte, avenant, approbation, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    private async Task RejeterAsync(
        MarchesDbContext contexte,
        AvenantDeConvention avenant,
        CollectiviteId membre,
        CancellationToken annulation
    )
    {
        var nom = await contexte.NomAsync(membre, annulation);
        avenant.Rejeter(nom, horloge.Aujourdhui);
        var consultes = await ConduireAvenant.ConsultesAsync(contexte, avenant, annulation);
        await informer.DeposerAsync(
            contexte,
            consultes,
            new Information(
                avenant.Groupement,
                nameof(AvenantDeConvention),
                avenant.Id.Valeur,
                CourrielsDeGroupement.AvenantRejete,
                new Dictionary<string, string>
                {
                    ["groupement"] = await contexte.AppellationAsync(avenant.Groupement, annulation),
                    ["membre"] = nom,
                    ["numero"] = Formats.Nombre((long)avenant.Numero),
                    ["objet"] = avenant.Objet,
                }
            ),
            annulation
        );
    }
}

internal sealed record DeliberationJointeALAvenant(CollectiviteId Membre, string Nom, string Fichier) : IEvenementMetier
{
    public string Libelle => $"Délibération {GrammaireDuNom.De(Nom)} jointe à sa réponse : {Fichier}.";

    public Guid? Collectivite => Membre.Valeur;
}

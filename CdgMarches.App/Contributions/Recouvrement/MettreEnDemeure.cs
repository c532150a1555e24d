using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Courriels;
using CdgMarches.App.Documents;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Recouvrement;

/// <summary>Met un débiteur en demeure de payer : la lettre, son inscription au registre des recommandés, et la convention (RG6.21).</summary>
/// <remarks>Les dates que le registre notera de cette lettre font courir son délai. Tout s'enregistre ensemble ou rien : une mise en demeure sans lettre n'ouvrirait aucune dénonciation.</remarks>
public sealed class MettreEnDemeure(
    IDbContextFactory<MarchesDbContext> donnees,
    ProduireDocument produire,
    CatalogueDeDocuments catalogue,
    LireMentions mentions,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    /// <returns>Le numéro du courrier au registre.</returns>
    /// <exception cref="RegleMetierException">Le titre manque, ou reste payable.</exception>
    /// <exception cref="RefusException">L'adresse du débiteur manque : une lettre recommandée ne part pas sans elle.</exception>
    public async Task<string> ExecuterAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        var jour = horloge.Aujourdhui;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var appel = await contexte.AppelAsync(acteur, id, jeton);
                contexte.ExigerVersion(appel, versionLue);
                var convention = await contexte.ConventionDeLAppelAsync(appel, jeton);
                var delai = await mentions.DelaiDeMiseEnDemeureAsync(convention, jour, jeton);
                appel.MettreEnDemeure(jour, delai, (await contexte.DerniereMiseEnDemeureAsync(id, jeton))?.NotifieLe);
                var courrier = await EcrireAsync(contexte, acteur, appel, delai, jeton);
                if (convention is not null)
                {
                    var numero = convention.MettreEnDemeure(
                        new NouvelleMiseEnDemeure(appel.NumeroDeTitre, appel.EcheanceDePaiement, jour, numeroDeRecommande: null),
                        jour
                    );
                    convention.Inscrire(LettreDAcces.MiseEnDemeure, courrier.Id, courrier.Numero, numero);
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return courrier.Numero;
            },
            annulation
        );
    }

    private async Task<Courrier> EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        AppelDeContribution appel,
        int delai,
        CancellationToken annulation
    )
    {
        var debiteur = await contexte.DebiteurAsync(appel, annulation);
        if (!debiteur.ParCourrier)
        {
            throw new RefusException(
                $"{debiteur.Nom} n'a pas d'adresse complète : une lettre recommandée ne peut pas partir. Complétez sa fiche ; rien n'a été noté."
            );
        }

        var signataire = await parametres.ReglageAsync(ClesDeReglage.SignataireDuCdg, annulation);
        var document = await produire.AjouterAsync(
            contexte,
            acteur,
            catalogue.De(LettreDeMiseEnDemeure.Nature),
            appel.Id.Valeur,
            LettreDeMiseEnDemeure.Donnees(appel, debiteur, delai, signataire),
            annulation: annulation
        );
        return await EnregistrerCourrier.AjouterAsync(
            contexte,
            acteur,
            $"Mise en demeure de payer, {appel.Reference}, titre n° {appel.NumeroDeTitre}",
            ModeDEnvoi.LettreRecommandee,
            [new AdresseDeCourrier(debiteur.Nom, LireDestinataires.Postale(debiteur.Adresse), appel.Collectivite.Valeur)],
            horloge.Aujourdhui,
            new RattachementDeCourrier(nameof(AppelDeContribution), appel.Id.Valeur, appel.Groupement?.Valeur, document.Piece),
            annulation
        );
    }
}

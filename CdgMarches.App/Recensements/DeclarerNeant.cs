using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Déclare un besoin néant, pour une prestation ou pour toute la campagne d'un seul geste ; et en revient.</summary>
public sealed class DeclarerNeant(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Le membre, ou l'agent qui le dit en son nom.</param>
    /// <param name="ids">Une réponse, ou toutes celles du membre dans la campagne.</param>
    /// <param name="motif">Exigé quand des quantités sont déjà saisies.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        IReadOnlyCollection<ReponseId> ids,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = await contexte.ReponsesAChangerAsync(acteur, Droits.SaisirRecensement, ids, annulation);
        var repondues = await contexte
            .LignesDeReponse.Where(l =>
                ids.Contains(l.Reponse)
                && (
                    l.MinimumMilliemes != null
                    || l.EstimeMilliemes != null
                    || l.MaximumMilliemes != null
                    || l.MontantHtCentimes != null
                )
            )
            .GroupBy(l => l.Reponse)
            .Select(g => new { g.Key, Lignes = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Lignes, annulation);
        var campagne = reponses[0].Campagne;
        var version = await contexte
            .Campagnes.Where(c => c.Id == campagne)
            .Select(c => c.VersionDuCatalogue)
            .SingleAsync(annulation);
        var membre = await NomDuMembreAsync(contexte, reponses[0], annulation);
        reponses
            .Select(r => r.PeutDeclarerNeant(repondues.GetValueOrDefault(r.Id), horloge.Maintenant))
            .Aggregate((a, b) => a.Et(b))
            .Exiger(motif);
        foreach (var reponse in reponses)
        {
            reponse.DeclarerNeant(repondues.GetValueOrDefault(reponse.Id), acteur.Nom, motif, version, horloge.Maintenant);
        }

        if (!acteur.Perimetre.EstCdg)
        {
            await FileDeCourriels.NoterLaReponseAsync(
                contexte,
                nameof(Campagne),
                campagne.Valeur,
                reponses[0].Collectivite.Valeur,
                horloge.Maintenant,
                annulation
            );
        }

        await contexte.EnregistrerAsync(acteur.AuNomDe(membre), horloge.Maintenant, annulation);
    }

    /// <summary>Remet en brouillon une réponse déclarée néant ou validée, tant que son délai court.</summary>
    /// <remarks>Qui a engagé la collectivité peut seul revenir sur une validation : signataire ou gestionnaire.</remarks>
    public async Task RevenirAsync(Acteur acteur, ReponseId id, int versionLue, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponse = (await contexte.ReponsesAChangerAsync(acteur, Droits.SaisirRecensement, [id], annulation))[0];
        if (
            reponse.Etat is EtatDeReponse.Validee
            && !(
                acteur.Peut(Droits.ValiderRecensement)
                && (acteur.Perimetre.EstCdg || acteur.Perimetre.EstSignataire(reponse.Collectivite))
            )
        )
        {
            throw new DroitManquantException(Droits.ValiderRecensement);
        }

        contexte.ExigerVersion(reponse, versionLue);
        reponse.Reprendre(horloge.Maintenant);
        var membre = await NomDuMembreAsync(contexte, reponse, annulation);
        await contexte.EnregistrerAsync(acteur.AuNomDe(membre), horloge.Maintenant, annulation);
    }

    /// <summary>Revient d'un néant déclaré d'un seul geste : celles qui, depuis, ont changé d'état sont laissées.</summary>
    public async Task RevenirAsync(Acteur acteur, IReadOnlyCollection<ReponseId> ids, CancellationToken annulation = default)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var reponses = await contexte.ReponsesAChangerAsync(acteur, Droits.SaisirRecensement, ids, annulation);
        foreach (var reponse in reponses.Where(r => r.Etat is EtatDeReponse.Neant))
        {
            reponse.Reprendre(horloge.Maintenant);
        }

        var membre = await NomDuMembreAsync(contexte, reponses[0], annulation);
        await contexte.EnregistrerAsync(acteur.AuNomDe(membre), horloge.Maintenant, annulation);
    }

    private static async Task<string> NomDuMembreAsync(
        MarchesDbContext contexte,
        Reponse reponse,
        CancellationToken annulation
    ) => await contexte.Collectivites.Where(c => c.Id == reponse.Collectivite).Select(c => c.Nom).SingleAsync(annulation);
}

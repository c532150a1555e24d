using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Une réponse à valider, et la version que l'on a relue.</summary>
public sealed record ReponseAValider(ReponseId Id, int VersionLue);

/// <summary>Valide d'un seul geste les réponses d'un membre à une campagne ; un reçu les réunit.</summary>
/// <remarks>
/// Le signataire de la collectivité, un délégataire dont l'acte est enregistré, celui qui dépose l'état des besoins signé, ou
/// un gestionnaire qui dit son motif. La version relue est exigée : une cellule tapée entre-temps fait relire avant de valider.
/// </remarks>
public sealed class ValiderReponses(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    ControlerReponse controler
)
{
    /// <returns>Le numéro du reçu.</returns>
    /// <exception cref="RegleMetierException">Les lignes ne tiennent pas, ou le délai est écoulé.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Une cellule a changé depuis la relecture : rien n'est validé.</exception>
    public async Task<string> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<ReponseAValider> reponses,
        SignatureDeReponse signature,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var droit = signature.Mode is ModeDeValidation.EtatSigne or ModeDeValidation.Delegation
            ? Droits.SaisirRecensement
            : Droits.ValiderRecensement;
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var lues = await contexte.ReponsesAChangerAsync(acteur, droit, [.. reponses.Select(r => r.Id)], jeton);
                await ExigerQualiteAsync(contexte, acteur, lues[0].Collectivite, signature.Mode, jeton);
                var membre = await contexte
                    .Collectivites.Where(c => c.Id == lues[0].Collectivite)
                    .Select(c => c.Nom)
                    .SingleAsync(jeton);
                return await ValiderAsync(contexte, acteur.AuNomDe(membre), lues, reponses, signature, jeton);
            },
            annulation
        );
    }

    /// <summary>Le geste lui-même, dans la transaction de l'appelant qui a vérifié le droit.</summary>
    internal async Task<string> ValiderAsync(
        MarchesDbContext contexte,
        Acteur auteur,
        List<Reponse> lues,
        IReadOnlyList<ReponseAValider> demandees,
        SignatureDeReponse signature,
        CancellationToken annulation
    )
    {
        if (lues.Select(r => (r.Campagne, r.Collectivite)).Distinct().Count() != 1)
        {
            throw new RefusException(
                "Une validation porte sur les réponses d'un seul membre à une seule campagne. Rien n'a été validé."
            );
        }

        var campagneId = lues[0].Campagne;
        var campagne = await contexte.Campagnes.AsNoTracking().SingleAsync(c => c.Id == campagneId, annulation);
        var instant = horloge.Maintenant;
        List<(Reponse Reponse, ControleDeReponse Controle)> controlees = [];
        foreach (var reponse in lues)
        {
            contexte.ExigerVersion(reponse, demandees.First(d => d.Id == reponse.Id).VersionLue);
            var examen = await controler.ExecuterAsync(contexte, reponse, annulation);
            controlees.Add((reponse, examen.Controle));
        }

        controlees.Select(c => c.Reponse.PeutValider(c.Controle, signature, instant)).Aggregate((a, b) => a.Et(b)).Exiger();
        var annee = horloge.Aujourdhui.Year;
        var recu = $"REC-{annee}-{await contexte.NumeroterAsync($"RECU-{annee}", annulation):D6}";
        foreach (var (reponse, controle) in controlees)
        {
            reponse.Valider(controle, signature, recu, campagne.VersionDuCatalogue, instant);
        }

        await contexte.EnregistrerAsync(auteur, instant, annulation);
        return recu;
    }

    /// <summary>Qui valide par cette voie doit en avoir la qualité.</summary>
    private async Task ExigerQualiteAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CollectiviteId collectivite,
        ModeDeValidation mode,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        var admis = mode switch
        {
            ModeDeValidation.Compte => !acteur.Perimetre.EstCdg && acteur.Perimetre.EstSignataire(collectivite),
            ModeDeValidation.Gestionnaire => acteur.Perimetre.EstCdg,
            ModeDeValidation.EtatSigne => true,
            ModeDeValidation.Delegation => await contexte.Delegations.AnyAsync(
                d =>
                    d.Collectivite == collectivite
                    && d.Utilisateur == acteur.Id
                    && d.Du <= jour
                    && (d.Au == null || d.Au >= jour),
                annulation
            ),
            ModeDeValidation.Lien => false,
        };
        if (!admis)
        {
            throw new DroitManquantException(Droits.ValiderRecensement);
        }
    }
}

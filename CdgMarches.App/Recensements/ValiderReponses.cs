using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
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
    public Task<string> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<ReponseAValider> reponses,
        SignatureDeReponse signature,
        CancellationToken annulation = default
    ) => ExecuterAsync(acteur, reponses, signature, null, annulation);

    /// <param name="acteur">Celui qui valide.</param>
    /// <param name="reponses">Les réponses relues.</param>
    /// <param name="signature">Qui valide, en quelle qualité, et comment.</param>
    /// <param name="piece">Le papier signé, enregistré dans la même transaction.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <inheritdoc cref="ExecuterAsync(Acteur, IReadOnlyList{ReponseAValider}, SignatureDeReponse, CancellationToken)"/>
    internal async Task<string> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<ReponseAValider> reponses,
        SignatureDeReponse signature,
        PieceStockee? piece,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var lues = await LuesAsync(contexte, acteur, reponses, signature, jeton);
                if (piece is not null)
                {
                    contexte.Pieces.Add(piece);
                }

                var membre = await contexte
                    .Collectivites.Where(c => c.Id == lues[0].Collectivite)
                    .Select(c => c.Nom)
                    .SingleAsync(jeton);
                return await ValiderAsync(contexte, acteur.AuNomDe(membre), lues, reponses, signature, jeton);
            },
            annulation
        );
    }

    /// <summary>Dit, avant de recevoir un papier, tout ce qui ferait refuser la validation.</summary>
    /// <exception cref="RegleMetierException">Les lignes ne tiennent pas, ou le délai est écoulé.</exception>
    internal async Task ExigerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IReadOnlyList<ReponseAValider> reponses,
        SignatureDeReponse signature,
        CancellationToken annulation
    )
    {
        var lues = await LuesAsync(contexte, acteur, reponses, signature, annulation);
        await ControlerAsync(contexte, lues, signature, annulation);
        contexte.ChangeTracker.Clear();
    }

    private async Task<List<Reponse>> LuesAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IReadOnlyList<ReponseAValider> reponses,
        SignatureDeReponse signature,
        CancellationToken annulation
    )
    {
        var droit = signature.Mode is ModeDeValidation.EtatSigne or ModeDeValidation.Delegation
            ? Droits.SaisirRecensement
            : Droits.ValiderRecensement;
        var lues = await contexte.ReponsesAChangerAsync(acteur, droit, [.. reponses.Select(r => r.Id)], annulation);
        await ExigerQualiteAsync(contexte, acteur, lues[0].Collectivite, signature.Mode, annulation);
        return lues;
    }

    private async Task<List<(Reponse Reponse, ControleDeReponse Controle)>> ControlerAsync(
        MarchesDbContext contexte,
        List<Reponse> lues,
        SignatureDeReponse signature,
        CancellationToken annulation
    )
    {
        List<(Reponse Reponse, ControleDeReponse Controle)> controlees = [];
        foreach (var reponse in lues)
        {
            controlees.Add((reponse, (await controler.ExecuterAsync(contexte, reponse, annulation)).Controle));
        }

        controlees
            .Select(c => c.Reponse.PeutValider(c.Controle, signature, horloge.Maintenant))
            .Aggregate((a, b) => a.Et(b))
            .Exiger();
        return controlees;
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
        foreach (var reponse in lues)
        {
            contexte.ExigerVersion(reponse, demandees.First(d => d.Id == reponse.Id).VersionLue);
        }

        var controlees = await ControlerAsync(contexte, lues, signature, annulation);
        var annee = horloge.Aujourdhui.Year;
        var recu = $"REC-{annee}-{await contexte.NumeroterAsync($"RECU-{annee}", annulation):D6}";
        foreach (var (reponse, controle) in controlees)
        {
            reponse.Valider(controle, signature, recu, campagne.VersionDuCatalogue, instant);
        }

        if (!auteur.Perimetre.EstCdg)
        {
            await FileDeCourriels.NoterLaReponseAsync(
                contexte,
                nameof(Campagne),
                campagneId.Valeur,
                lues[0].Collectivite.Valeur,
                horloge.Maintenant,
                annulation
            );
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

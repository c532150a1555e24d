using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>Dit qu'une correction proposée n'est pas à faire : l'écart est voulu, et son motif gardé.</summary>
/// <remarks>La proposition revient si les faits en changent le montant : c'est alors un autre écart.</remarks>
public sealed class LaisserLEcart(IDbContextFactory<MarchesDbContext> donnees, Recalculer recalculer, HorlogeLegale horloge)
{
    /// <exception cref="RegleMetierException">Le motif manque.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        AppelDeContributionId id,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ValiderContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appel = await contexte.AppelAsync(acteur, id, annulation);
        Verdict.De(new MotifDeLEcart(motif, AppelDeContribution.LongueurDuMotif)).Exiger();
        var corrections = await contexte.Appels.AsNoTracking().Where(a => a.Rectifie == id).ToListAsync(annulation);
        var proposition =
            await recalculer.ProposerAsync(contexte, appel, corrections, annulation)
            ?? throw new RefusException("Les faits d'aujourd'hui ne proposent plus de correction. Rien n'a été noté.");
        contexte.Journaliser(
            LigneDeJournal.De(
                nameof(AppelDeContribution),
                id.Valeur,
                new EcartLaisse(appel.Collectivite, proposition.Nature, proposition.Montant, motif!.Trim()),
                acteur,
                horloge.Maintenant
            )
        );
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Les écarts laissés sur des appels, lus dans leur histoire.</summary>
    internal static async Task<ILookup<Guid, string>> LaissesAsync(
        MarchesDbContext contexte,
        IReadOnlyCollection<Guid> appels,
        CancellationToken annulation
    ) =>
        (
            await contexte
                .Journal.AsNoTracking()
                .Where(l =>
                    l.ObjetType == nameof(AppelDeContribution) && l.Evenement == nameof(EcartLaisse) && appels.Contains(l.ObjetId)
                )
                .Select(l => new { l.ObjetId, l.Apres })
                .ToListAsync(annulation)
        ).ToLookup(l => l.ObjetId, l => l.Apres ?? "");

    internal static bool EstLaisse(
        ILookup<Guid, string> laisses,
        AppelDeContributionId id,
        PropositionDeCorrection proposition
    ) => laisses[id.Valeur].Contains(EcartLaisse.EnTexte(proposition.Nature, proposition.Montant));
}

using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Le dossier de dissolution d'un groupement, et ce que l'on peut en faire.</summary>
public sealed record FicheDeDissolution(Dissolution Dossier, Verdict PeutPrononcer, Verdict PeutAbandonner);

/// <summary>Ouvre, règle, abandonne et prononce la dissolution d'un groupement.</summary>
public sealed class ConduireDissolution(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge,
    IEnumerable<IFinsDeMarche> marches
)
{
    /// <summary>Ouvre le dossier et informe chaque membre, preuve gardée.</summary>
    /// <param name="acteur">L'agent.</param>
    /// <param name="id">Le groupement.</param>
    /// <param name="cause">La cause.</param>
    /// <param name="motif">Le motif, que chaque membre lit.</param>
    /// <param name="dernierJour">Le dernier jour du groupement.</param>
    /// <param name="decision">La décision datée par l'agent ; nulle pour celle que les dossiers du groupement disent.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task OuvrirAsync(
        Acteur acteur,
        GroupementId id,
        CauseDeDissolution cause,
        string? motif,
        DateOnly dernierJour,
        DecisionDeDissolution? decision = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                var faits = await contexte.FaitsDOuvertureAsync(
                    groupement,
                    dernierJour,
                    await marches.LireToutesAsync(contexte, id, jeton),
                    jeton
                );
                await OuvrirAsync(contexte, groupement, cause, motif, dernierJour, faits, decision, informer, horloge, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Ouvre le dossier dans l'unité de travail de l'appelant, qui tient le verrou du groupement et enregistre.</summary>
    internal static async Task OuvrirAsync(
        MarchesDbContext contexte,
        Groupement groupement,
        CauseDeDissolution cause,
        string? motif,
        DateOnly dernierJour,
        FaitsDOuvertureDeDissolution faits,
        DecisionDeDissolution? decision,
        InformerLesMembres informer,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var dissolution = Dissolution.Ouvrir(groupement.Id, cause, motif, horloge.Aujourdhui, dernierJour, faits, decision);
        contexte.Add(dissolution);
        await informer.DeposerAsync(
            contexte,
            await InformerLesMembres.MembresAsync(contexte, groupement.Id, horloge.Aujourdhui, sauf: null, annulation),
            Annonce(dissolution, groupement),
            annulation
        );
    }

    private static Information Annonce(Dissolution dissolution, Groupement groupement) =>
        new(
            groupement.Id,
            nameof(Dissolution),
            dissolution.Id.Valeur,
            CourrielsDeGroupement.Dissolution,
            new Dictionary<string, string>
            {
                ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                ["cause"] = dissolution.Cause.Libelle().ToLower(Francais.Culture),
                ["dernier_jour"] = Formats.DateLongue(dissolution.DernierJour),
                ["motif"] = dissolution.Motif,
            }
        );

    /// <summary>Renonce à dissoudre et en informe chaque membre, preuve gardée.</summary>
    public async Task AbandonnerAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var dissolution = await DissolutionAsync(contexte, acteur, id, jeton);
                contexte.ExigerVersion(dissolution, versionLue);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                var ancien = await AncienCoordonnateur.LireAsync(contexte, groupement, jeton);
                ancien?.PeutSortir.Exiger();
                dissolution.Abandonner(
                    motif,
                    await contexte.RetraitConstateDuCoordonnateurAsync(groupement, jeton),
                    horloge.Aujourdhui
                );
                ancien?.Sortir();
                await informer.DeposerAsync(
                    contexte,
                    await InformerLesMembres.MembresAsync(contexte, id, horloge.Aujourdhui, sauf: null, jeton),
                    new Information(
                        id,
                        nameof(Dissolution),
                        dissolution.Id.Valeur,
                        CourrielsDeGroupement.DissolutionAbandonnee,
                        new Dictionary<string, string>
                        {
                            ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                            ["dernier_jour"] = Formats.DateLongue(dissolution.DernierJour),
                            ["motif"] = dissolution.MotifDAbandon!,
                        }
                    ),
                    jeton
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Ce qui empêcherait d'ouvrir la dissolution pour cette cause, à ce dernier jour.</summary>
    public async Task<Verdict> ExaminerAsync(
        Acteur acteur,
        GroupementId id,
        CauseDeDissolution cause,
        DateOnly dernierJour,
        DecisionDeDissolution? decision = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return Dissolution.PeutOuvrir(
            cause,
            horloge.Aujourdhui,
            dernierJour,
            await FaitsAsync(contexte, acteur, id, dernierJour, annulation),
            decision
        );
    }

    /// <summary>Ce que les dossiers du groupement disent de la décision qui fonde cette cause.</summary>
    public async Task<DecisionDeDissolution> DecisionConnueAsync(
        Acteur acteur,
        GroupementId id,
        CauseDeDissolution cause,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return (await FaitsAsync(contexte, acteur, id, horloge.Aujourdhui, annulation)).Decision(cause);
    }

    private async Task<FaitsDOuvertureDeDissolution> FaitsAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId id,
        DateOnly dernierJour,
        CancellationToken annulation
    ) =>
        await contexte.FaitsDOuvertureAsync(
            await contexte.GroupementAsync(acteur, id, annulation),
            dernierJour,
            await marches.LireToutesAsync(contexte, id, annulation),
            annulation
        );

    /// <summary>Date les étapes du dossier, et la décision des membres quand c'est elle qui dissout.</summary>
    public async Task ReglerAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        DateOnly? facturation,
        DateOnly? archives,
        string? lieu,
        DecisionDeDissolution? decision = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dissolution = await DissolutionAsync(contexte, acteur, id, annulation);
        contexte.ExigerVersion(dissolution, versionLue);
        var jour = horloge.Aujourdhui;
        if (decision is not null && dissolution.Cause is CauseDeDissolution.Decision)
        {
            var faits = await FaitsAsync(contexte, acteur, id, dissolution.DernierJour, annulation);
            dissolution
                .PeutDaterLaDecision(decision, faits, jour)
                .Et(dissolution.PeutRegler(facturation, archives, lieu, jour))
                .Exiger();
            dissolution.DaterLaDecision(decision, faits, jour);
        }

        dissolution.Regler(facturation, archives, lieu, jour);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Prononce la dissolution : le groupement est clos au dernier jour et ne se modifie plus.</summary>
    public async Task PrononcerAsync(Acteur acteur, GroupementId id, int versionLue, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var dissolution = await DissolutionAsync(contexte, acteur, id, jeton);
                contexte.ExigerVersion(dissolution, versionLue);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                dissolution.Prononcer(await FaitsAsync(contexte, dissolution, groupement, jeton), horloge.Aujourdhui);
                groupement.Dissoudre(dissolution);
                await AbandonnerLesDossiersAsync(contexte, dissolution, groupement, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>
    /// Plus personne n'entre dans un groupement dissous ni n'en sort : ses dossiers ouverts s'arrêtent, motif à l'appui, et les
    /// collectivités qui préparaient leur entrée en sont averties.
    /// </summary>
    private async Task AbandonnerLesDossiersAsync(
        MarchesDbContext contexte,
        Dissolution dissolution,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var id = groupement.Id;
        var motif = $"Groupement dissous au {Formats.DateLongue(dissolution.DernierJour)}.";
        var adhesions = await contexte
            .DossiersDAdhesion.Where(d => d.Groupement == id)
            .Where(d => d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
            .ToListAsync(annulation);
        adhesions.ForEach(d => d.Fermer(decline: false, motif));
        await informer.DeposerAsync(
            contexte,
            adhesions.ConvertAll(d => d.Collectivite),
            Annonce(dissolution, groupement),
            annulation
        );
        var retraits = await contexte
            .DossiersDeRetrait.Where(r => r.Groupement == id && r.Etat == EtatDeRetrait.Annonce)
            .ToListAsync(annulation);
        retraits.ForEach(r => r.Abandonner(motif));
    }

    /// <returns>La dissolution qui tient, sinon la dernière abandonnée ; null s'il n'y en a jamais eu.</returns>
    public async Task<FicheDeDissolution?> LireAsync(Acteur acteur, GroupementId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dissolution = acteur.Perimetre.Comprend(id)
            ? await contexte
                .Dissolutions.AsNoTracking()
                .Where(d => d.Groupement == id)
                .OrderBy(d => d.AbandonneeLe == null ? 0 : 1)
                .ThenByDescending(d => d.Id)
                .FirstOrDefaultAsync(annulation)
            : null;
        if (dissolution is null)
        {
            return null;
        }

        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == id, annulation);
        var ancien = await AncienCoordonnateur.LireAsync(contexte, groupement, annulation);
        return new FicheDeDissolution(
            dissolution,
            dissolution.PeutPrononcer(await FaitsAsync(contexte, dissolution, groupement, annulation), horloge.Aujourdhui),
            dissolution
                .PeutAbandonner(await contexte.RetraitConstateDuCoordonnateurAsync(groupement, annulation))
                .Et(ancien?.PeutSortir ?? Verdict.Favorable)
        );
    }

    private async Task<FaitsDeDissolution> FaitsAsync(
        MarchesDbContext contexte,
        Dissolution dissolution,
        Groupement groupement,
        CancellationToken annulation
    )
    {
        var fins = await marches.LireToutesAsync(contexte, dissolution.Groupement, annulation);
        return new FaitsDeDissolution(
            await contexte.NonInformesAsync(nameof(Dissolution), dissolution.Id.Valeur, annulation),
            await contexte.ProcedureEnCoursAsync(dissolution.Groupement, annulation),
            [.. fins.Where(f => f.Fin > dissolution.DernierJour).Select(f => f.Reference)],
            await contexte.FaitsDOuvertureAsync(groupement, dissolution.DernierJour, fins, annulation)
        );
    }

    private static async Task<Dissolution> DissolutionAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        GroupementId id,
        CancellationToken annulation
    )
    {
        AccesAuxConventions.ExigerPerimetre(acteur, id);
        return await contexte.Dissolutions.SingleOrDefaultAsync(d => d.Groupement == id && d.AbandonneeLe == null, annulation)
            ?? throw new RefusException("Aucun dossier de dissolution n'est ouvert. Rien n'a été modifié.");
    }
}

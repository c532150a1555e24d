using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Propose une simulation, la valide par une seconde personne, ou la renvoie à la préparation (RG6.14).</summary>
public sealed class ValiderCampagneDAppel(IDbContextFactory<MarchesDbContext> donnees, Simuler simuler, HorlogeLegale horloge)
{
    public Task ProposerAsync(Acteur acteur, CampagneDAppelId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            Droits.PreparerContributions,
            id,
            versionLue,
            (campagne, resume, closLe) => campagne.Proposer(resume, acteur.Id, acteur.Nom, horloge.Maintenant, closLe),
            annulation
        );

    /// <exception cref="RegleMetierException">L'acteur est l'auteur, ou des données ont changé depuis la proposition.</exception>
    public Task ValiderAsync(Acteur acteur, CampagneDAppelId id, int versionLue, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            Droits.ValiderContributions,
            id,
            versionLue,
            (campagne, resume, _) => campagne.Valider(acteur.Id, acteur.Nom, resume.Empreinte, horloge.Maintenant),
            annulation
        );

    public async Task RenvoyerAsync(
        Acteur acteur,
        CampagneDAppelId id,
        int versionLue,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneDAppelAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        campagne.Renvoyer(motif);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private async Task AgirAsync(
        Acteur acteur,
        string droit,
        CampagneDAppelId id,
        int versionLue,
        Action<CampagneDAppel, ResumeDeSimulation, DateOnly?> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneDAppelAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        var simulation = await simuler.CalculerAsync(contexte, campagne, annulation);
        intention(campagne, simulation.Resume, await contexte.ClotureAsync(campagne.Imputation, annulation));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

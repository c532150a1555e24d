using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>Le suivi d'un appel : titre, paiements, relances, mise en demeure, Chorus.</summary>
public sealed class SuivreAppel(IDbContextFactory<MarchesDbContext> donnees, LireParametres parametres, HorlogeLegale horloge)
{
    public Task TitrerAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        string? numero,
        DateOnly? date,
        CancellationToken annulation = default
    ) => AgirAsync(acteur, id, versionLue, a => a.Titrer(numero, date), annulation);

    public Task EncaisserAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        DateOnly? le,
        MontantTtc montant,
        string? reference,
        CancellationToken annulation = default
    ) => AgirAsync(acteur, id, versionLue, a => a.Encaisser(le, montant, reference), annulation);

    public async Task RelancerAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        CancellationToken annulation = default
    )
    {
        var (delai, ecart) = await LireFicheDAppel.DelaisAsync(parametres, horloge.Aujourdhui, annulation);
        await AgirAsync(acteur, id, versionLue, a => a.Relancer(horloge.Aujourdhui, acteur.Nom, delai, ecart), annulation);
    }

    /// <summary>Relance tous les appels en retard de paiement que leur échéance désigne.</summary>
    /// <returns>Le nombre de débiteurs relancés.</returns>
    public async Task<int> RelancerLesRetardsAsync(Acteur acteur, int exercice, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.PreparerContributions);
        var jour = horloge.Aujourdhui;
        var (delai, ecart) = await LireFicheDAppel.DelaisAsync(parametres, jour, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var impayes = await contexte
            .Appels.DuPerimetre(acteur)
            .Where(a => a.Exercice == exercice && a.Etat == EtatDAppel.Emis && a.Numero != null)
            .ToListAsync(annulation);
        var dus = impayes.Where(a => a.PeutRelancer(jour, delai, ecart).EstFavorable).ToList();
        foreach (var appel in dus)
        {
            appel.Relancer(jour, acteur.Nom, delai, ecart);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return dus.Count;
    }

    /// <summary>Note la mise en demeure sur l'appel, et sur la convention d'accès dont elle ouvre la dénonciation (RG6.21).</summary>
    public async Task MettreEnDemeureAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        var (delai, _) = await LireFicheDAppel.DelaisAsync(parametres, horloge.Aujourdhui, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appel = await contexte.AppelAsync(acteur, id, annulation);
        contexte.ExigerVersion(appel, versionLue);
        appel.MettreEnDemeure(jour);
        if (appel.Source is SourceDeDette.Convention)
        {
            var convention = await contexte.ConventionsDAcces.SingleAsync(
                c => c.Id == new ConventionDAccesId(appel.SourceId),
                annulation
            );
            var echeance = (appel.DateDeTitre ?? appel.DateDAppel).AddDays(delai);
            convention.MettreEnDemeure(
                new NouvelleMiseEnDemeure(appel.NumeroDeTitre, echeance, jour, numeroDeRecommande: null),
                horloge.Aujourdhui
            );
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    public Task PreciserChorusAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        string? codeDuService,
        string? numeroDEngagement,
        CancellationToken annulation = default
    ) => AgirAsync(acteur, id, versionLue, a => a.PreciserChorus(codeDuService, numeroDEngagement), annulation);

    private async Task AgirAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        Action<AppelDeContribution> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appel = await contexte.AppelAsync(acteur, id, annulation);
        contexte.ExigerVersion(appel, versionLue);
        intention(appel);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Corrige un appel émis par une ligne liée et numérotée ; l'appel lui-même ne change pas (RG6.11).</summary>
public sealed class RectifierAppel(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>La ligne de correction.</returns>
    public async Task<AppelDeContributionId> ExecuterAsync(
        Acteur acteur,
        AppelDeContributionId id,
        int versionLue,
        NatureDAppel nature,
        MontantHt montant,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ValiderContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var appel = await contexte.AppelAsync(acteur, id, jeton);
                contexte.ExigerVersion(appel, versionLue);
                appel.PeutRectifier(nature, montant, motif).Exiger();
                var rang = await contexte.Appels.Where(a => a.Rectifie == id).Select(a => (int?)a.Rang).MaxAsync(jeton) ?? 0;
                var clos = await contexte.Clotures.AnyAsync(c => c.Exercice == appel.Exercice, jeton);
                var numero = await contexte.NumeroterAsync(ReferenceDAppel.Serie(appel.Exercice), jeton);
                var ligne = appel.Rectifier(nature, montant, motif, rang + 1, numero, horloge.Aujourdhui, clos);
                contexte.Add(ligne);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return ligne.Id;
            },
            annulation
        );
    }
}

using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Contributions.Recouvrement;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Appels;

/// <summary>Un appel et tout ce qu'on en fait.</summary>
/// <param name="Appel">La ligne, lue sans suivi.</param>
/// <param name="Corrections">Les lignes qui la corrigent.</param>
/// <param name="Origine">L'appel qu'elle corrige.</param>
/// <param name="Grille">La version appliquée.</param>
/// <param name="ProchaineRelance">Le jour de la prochaine relance.</param>
/// <param name="PeutRelancer">Le verdict d'une relance ce jour.</param>
/// <param name="PeutMettreEnDemeure">Le verdict d'une mise en demeure ce jour.</param>
/// <param name="Debiteur">La fiche du débiteur, telle qu'elle est ce jour.</param>
/// <param name="ExerciceClos">Les corrections se font par mandat.</param>
/// <param name="Proposition">La correction que les faits d'aujourd'hui proposent.</param>
/// <param name="PeutGerer">L'acteur prépare les contributions.</param>
public sealed record FicheDAppel(
    AppelDeContribution Appel,
    IReadOnlyList<AppelDeContribution> Corrections,
    AppelDeContribution? Origine,
    Grille? Grille,
    DateOnly? ProchaineRelance,
    Verdict PeutRelancer,
    Verdict PeutMettreEnDemeure,
    FicheDuDebiteur Debiteur,
    bool ExerciceClos,
    PropositionDeCorrection? Proposition,
    bool PeutGerer
)
{
    /// <summary>Qui a confirmé la lecture d'un cas limite pour ce redevable, quand et pourquoi (RG6.02).</summary>
    public IReadOnlyList<ConfirmationDeCasLimite> Confirmations { get; init; } = [];

    /// <summary>La mise en demeure au registre des courriers ; nulle s'il n'y en a pas.</summary>
    public CourrierDeMiseEnDemeure? LettreDeMiseEnDemeure { get; init; }

    /// <summary>Où en est cette lettre, et jusqu'à quand elle laisse payer.</summary>
    public string? SuiteDeLaMiseEnDemeure { get; init; }

    /// <summary>Ce qui empêche le titre de partir aux finances.</summary>
    public Verdict PeutExporter => Appel.PeutExporter(Debiteur);
}

/// <summary>Ce qu'un recalcul aux faits d'aujourd'hui propose de corriger : sortie, dénonciation, chiffre réel connu.</summary>
/// <param name="Nature">Réduction, annulation ou complément.</param>
/// <param name="Montant">La valeur absolue.</param>
/// <param name="Fiche">Le calcul qui la fonde.</param>
public sealed record PropositionDeCorrection(NatureDAppel Nature, MontantHt Montant, string Fiche);

/// <summary>La fiche d'un appel, pour un agent.</summary>
public sealed class LireFicheDAppel(
    IDbContextFactory<MarchesDbContext> donnees,
    Recalculer recalculer,
    LireMentions mentions,
    HorlogeLegale horloge
)
{
    /// <returns>Null si l'appel n'est pas du périmètre.</returns>
    public async Task<FicheDAppel?> ExecuterAsync(Acteur acteur, AppelDeContributionId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte.Appels.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(a => a.Id == id, annulation)
            is not { } appel
        )
        {
            return null;
        }

        var corrections = await contexte
            .Appels.AsNoTracking()
            .Where(a => a.Rectifie == id)
            .OrderBy(a => a.Rang)
            .ToListAsync(annulation);
        var delai = await DelaiAsync(contexte, appel, annulation);
        var lettre = appel.MiseEnDemeureLe is null ? null : await contexte.DerniereMiseEnDemeureAsync(id, annulation);
        return new FicheDAppel(
            appel,
            corrections,
            appel.Rectifie is { } origine
                ? await contexte.Appels.AsNoTracking().SingleAsync(a => a.Id == origine, annulation)
                : null,
            appel.Grille is { } grille
                ? await contexte.Grilles.AsNoTracking().SingleAsync(g => g.Id == grille, annulation)
                : null,
            appel.ProchaineRelance,
            appel.PeutRelancer(horloge.Aujourdhui),
            appel.PeutMettreEnDemeure(horloge.Aujourdhui, delai, lettre?.NotifieLe),
            (await ExporterTitres.FichesAsync(contexte, contexte.Appels.Where(a => a.Id == id), annulation))[appel.Collectivite],
            await contexte.ExercicesDAppel.AnyAsync(e => e.Annee == appel.Exercice && e.ClosLe != null, annulation),
            await recalculer.ProposerAsync(contexte, appel, corrections, annulation),
            acteur.Peut(Droits.PreparerContributions)
        )
        {
            Confirmations = await ConfirmationsAsync(contexte, appel, annulation),
            LettreDeMiseEnDemeure = lettre,
            SuiteDeLaMiseEnDemeure = lettre?.EnClair(delai),
        };
    }

    private static async Task<IReadOnlyList<ConfirmationDeCasLimite>> ConfirmationsAsync(
        MarchesDbContext contexte,
        AppelDeContribution appel,
        CancellationToken annulation
    )
    {
        if (appel is not { Liquidation.CasLimite: true, Campagne: { } id })
        {
            return [];
        }

        var campagne = await contexte.CampagnesDAppel.AsNoTracking().SingleAsync(c => c.Id == id, annulation);
        return [.. campagne.Confirmations.Where(c => c.SourceId == appel.SourceId)];
    }

    private async Task<int> DelaiAsync(MarchesDbContext contexte, AppelDeContribution appel, CancellationToken annulation) =>
        await mentions.DelaiDeMiseEnDemeureAsync(
            await contexte.ConventionDeLAppelAsync(appel, annulation),
            horloge.Aujourdhui,
            annulation
        );
}

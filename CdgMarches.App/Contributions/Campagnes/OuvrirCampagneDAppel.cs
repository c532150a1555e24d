using System.Globalization;
using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Campagnes;

/// <summary>Ouvre la campagne d'appel d'un exercice sur une grille, ou sur des frais arrêtés ; reprend celle qui existe.</summary>
public sealed class OuvrirCampagneDAppel(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="lignee">La lignée de la grille.</param>
    /// <param name="exercice">L'exercice.</param>
    /// <param name="occurrence">La consultation ou la session ; nulle pour un appel annuel ou à l'adhésion.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <returns>La campagne : une seule par grille, exercice et occurrence (RG6.14).</returns>
    public async Task<CampagneDAppelId> SurGrilleAsync(
        Acteur acteur,
        Guid lignee,
        int exercice,
        string? occurrence,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var versions = await contexte
            .Grilles.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(g => g.Lignee == lignee && g.Etat == EtatDeGrille.Adoptee)
            .OrderByDescending(g => g.Debut)
            .ToListAsync(annulation);
        if (versions is not [var derniere, ..])
        {
            throw new RefusException("Aucune version adoptée de cette grille n'est dans votre périmètre : rien n'est ouvert.");
        }

        var annee = exercice.ToString(CultureInfo.InvariantCulture);
        var quand = derniere.Type.Declencheur is Declencheur.Annuel or Declencheur.Adhesion ? annee : (occurrence ?? "").Trim();
        CampagneDAppel.PeutOuvrir(exercice, quand).Exiger();
        if (versions.TrueForAll(v => v.Fin < new DateOnly(exercice, 1, 1)))
        {
            throw new RefusException(
                $"La grille « {derniere.Intitule} » s'est arrêtée le {Formats.DateLongue(derniere.Fin!.Value)} : l'exercice {annee} ne s'appelle pas avec elle. Rien n'est ouvert."
            );
        }

        return await OuvrirAsync(
            contexte,
            acteur,
            () =>
                CampagneDAppel.Ouvrir(
                    OrigineDeCampagne.Grille,
                    lignee,
                    derniere.Groupement,
                    exercice,
                    quand,
                    Intituler(derniere.Type.Libelle, annee, quand),
                    DateDAppel(exercice)
                ),
            lignee,
            exercice,
            quand,
            annulation
        );
    }

    public async Task<CampagneDAppelId> SurRefacturationAsync(
        Acteur acteur,
        RefacturationId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var refacturation = await contexte.RefacturationAsync(acteur, id, annulation);
        if (refacturation.ArreteeLe is null)
        {
            throw new RefusException("Arrêtez d'abord les frais : tant qu'ils peuvent changer, on ne les appelle pas.");
        }

        return await OuvrirAsync(
            contexte,
            acteur,
            () =>
                CampagneDAppel.Ouvrir(
                    OrigineDeCampagne.Refacturation,
                    id.Valeur,
                    refacturation.Groupement,
                    refacturation.Exercice,
                    refacturation.Occurrence,
                    refacturation.Intitule,
                    DateDAppel(refacturation.Exercice)
                ),
            id.Valeur,
            refacturation.Exercice,
            refacturation.Occurrence,
            annulation
        );
    }

    private async Task<CampagneDAppelId> OuvrirAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Func<CampagneDAppel> ouvrir,
        Guid assiette,
        int exercice,
        string occurrence,
        CancellationToken annulation
    )
    {
        var existante = await contexte
            .CampagnesDAppel.Where(c => c.Assiette == assiette && c.Exercice == exercice && c.Occurrence == occurrence)
            .Select(c => (CampagneDAppelId?)c.Id)
            .FirstOrDefaultAsync(annulation);
        if (existante is { } deja)
        {
            return deja;
        }

        CampagneDAppel.PeutOuvrir(exercice, occurrence, await contexte.ClotureAsync(exercice, annulation)).Exiger();
        var campagne = ouvrir();
        contexte.Add(campagne);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return campagne.Id;
    }

    /// <summary>Aujourd'hui, ramené entre le jour du lancement et la fin de l'exercice appelé.</summary>
    private DateOnly DateDAppel(int exercice)
    {
        var (premier, dernier) = (new DateOnly(exercice, 1, Grille.JourDeLancement), new DateOnly(exercice, 12, 31));
        var jour = horloge.Aujourdhui;
        return jour < premier ? premier
            : jour > dernier ? dernier
            : jour;
    }

    private static string Intituler(string type, string annee, string occurrence) =>
        occurrence == annee ? $"{type} {annee}" : $"{type} {annee}, {occurrence}";
}

/// <summary>Ce qui se règle avant la proposition : la date, les cas limites, les exonérations.</summary>
public sealed class PreparerCampagneDAppel(IDbContextFactory<MarchesDbContext> donnees, Simuler simuler, HorlogeLegale horloge)
{
    public async Task DaterAsync(
        Acteur acteur,
        CampagneDAppelId id,
        int versionLue,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneDAppelAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        campagne.Dater(jour, await contexte.ClotureAsync(campagne.Exercice, annulation));
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Abandonne une préparation qui n'a rien écrit : la campagne disparaît, son histoire reste au journal.</summary>
    /// <exception cref="RegleMetierException">Des dettes sont déjà écrites.</exception>
    public async Task AbandonnerAsync(Acteur acteur, CampagneDAppelId id, int versionLue, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var campagne = await contexte.CampagneDAppelAsync(acteur, id, jeton);
                contexte.ExigerVersion(campagne, versionLue);
                // The counter's row first, as an issue does: none can be writing calls meanwhile.
                await contexte.NumeroterEnSerieAsync(ReferenceDAppel.Serie(campagne.Imputation), 0, jeton);
                campagne.Abandonner(await contexte.Appels.CountAsync(a => a.Campagne == id, jeton));
                contexte.Remove(campagne);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Confirme, pour un redevable, la lecture de chacun de ses cas limites.</summary>
    public async Task ConfirmerAsync(
        Acteur acteur,
        CampagneDAppelId id,
        int versionLue,
        Guid sourceId,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        var simulation = await simuler.ExecuterAsync(acteur, id, annulation);
        var aConfirmer = simulation
            .Lignes.Where(l => l.SourceId == sourceId)
            .SelectMany(l => l.Resultat.CasLimites)
            .Where(c => c.AttendConfirmation)
            .ToList();
        await AgirAsync(
            acteur,
            id,
            versionLue,
            campagne =>
            {
                foreach (var cas in aConfirmer)
                {
                    campagne.Confirmer(sourceId, cas.Axe, cas.Valeur, acteur.Nom, horloge.Maintenant, motif);
                }
            },
            annulation
        );
    }

    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">La campagne.</param>
    /// <param name="versionLue">La version que l'agent avait sous les yeux.</param>
    /// <param name="sourceId">Le redevable.</param>
    /// <param name="motif">Nul retire l'exonération.</param>
    /// <param name="decideeLe">Le jour de la décision.</param>
    /// <param name="annulation">Abandonne.</param>
    public Task ExonererAsync(
        Acteur acteur,
        CampagneDAppelId id,
        int versionLue,
        Guid sourceId,
        string? motif,
        DateOnly decideeLe,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            id,
            versionLue,
            c =>
            {
                if (motif is null)
                {
                    c.RetirerExoneration(sourceId);
                }
                else
                {
                    c.Exonerer(sourceId, motif, decideeLe);
                }
            },
            annulation
        );

    private async Task AgirAsync(
        Acteur acteur,
        CampagneDAppelId id,
        int versionLue,
        Action<CampagneDAppel> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne = await contexte.CampagneDAppelAsync(acteur, id, annulation);
        contexte.ExigerVersion(campagne, versionLue);
        intention(campagne);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

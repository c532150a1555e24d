using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Refait, à la demande, le calcul de toute une campagne ; n'écrit rien.</summary>
public sealed class Simuler(IDbContextFactory<MarchesDbContext> donnees, LireMentions mentions)
{
    public async Task<Simulation> ExecuterAsync(Acteur acteur, CampagneDAppelId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var campagne =
            await contexte.CampagnesDAppel.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(c => c.Id == id, annulation)
            ?? throw new DroitManquantException(Droits.ConsulterCdg);
        return await CalculerAsync(contexte, campagne, annulation);
    }

    internal async Task<Simulation> CalculerAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        CancellationToken annulation
    )
    {
        var date = campagne.DateDAppel ?? new DateOnly(campagne.Exercice, 1, 1);
        var calculs =
            campagne.Origine is OrigineDeCampagne.Grille
                ? await DeLaGrilleAsync(contexte, campagne, date, annulation)
                : await DeLaRefacturationAsync(contexte, campagne, date, annulation);
        return new Simulation(campagne, await SituerAsync(contexte, campagne, calculs.Type, calculs.Lignes, date, annulation));
    }

    /// <summary>Les versions adoptées d'une lignée, de la plus ancienne à la plus récente.</summary>
    internal static async Task<List<VersionDeGrille>> VersionsAsync(
        MarchesDbContext contexte,
        Guid lignee,
        CancellationToken annulation
    )
    {
        var grilles = await contexte
            .Grilles.AsNoTracking()
            .AsSplitQuery()
            .Where(g => g.Lignee == lignee && g.Etat == EtatDeGrille.Adoptee)
            .OrderBy(g => g.Debut)
            .ThenBy(g => g.Id)
            .ToListAsync(annulation);
        return
        [
            .. grilles.Select(g => new VersionDeGrille(
                g.Id,
                g.Numero,
                g.Debut!.Value,
                g.Deliberation,
                new Bareme(g.Definition())
            )),
        ];
    }

    /// <summary>
    /// La version qui vaut pour un redevable : celle sous laquelle il s'est engagé, ou une plus récente dont l'application est
    /// notée avant le premier jour compté (RG6.01).
    /// </summary>
    internal static VersionDeGrille? VersionDe(
        IReadOnlyList<VersionDeGrille> versions,
        Redevable redevable,
        IReadOnlyDictionary<(GrilleId, Guid), DateOnly> applications,
        int exercice
    )
    {
        var premier = redevable.Presence.Intersection(Periode.Annee(exercice))?.Debut ?? redevable.Presence.Debut;
        return versions.LastOrDefault(v =>
                v.Debut <= premier
                && (
                    v.Debut <= redevable.Presence.Debut
                    || (applications.TryGetValue((v.Id, redevable.SourceId), out var effet) && effet <= premier)
                )
            ) ?? versions.FirstOrDefault(v => v.Debut <= premier);
    }

    internal static DemandeDAssiette Assiette(
        DefinitionDeGrille grille,
        int exercice,
        DateOnly date,
        IEnumerable<DefinitionDeGrille> toutes
    ) =>
        new(
            grille.Portee,
            grille.Groupement,
            exercice,
            date,
            grille.Lectures.Consultations,
            toutes.Any(g => g.Lectures.AvecEtablissements && g.Axes.Contains(AxeDeGrille.Agents)),
            toutes.Any(g => g.Exemptions.Count > 0)
        );

    private static async Task<(string Type, List<LigneCalculee> Lignes)> DeLaGrilleAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        DateOnly date,
        CancellationToken annulation
    )
    {
        var versions = await VersionsAsync(contexte, campagne.Assiette, annulation);
        if (versions is not [.., var derniere])
        {
            return ("", []);
        }

        var grille = derniere.Bareme.Grille;
        var ids = versions.Select(v => v.Id).ToList();
        var applications = await contexte
            .ApplicationsDeGrille.AsNoTracking()
            .Where(a => ids.Contains(a.Grille))
            .ToDictionaryAsync(a => (a.Grille, a.SourceId), a => a.Effet, annulation);
        var redevables = await contexte.RedevablesAsync(
            Assiette(grille, campagne.Exercice, date, versions.Select(v => v.Bareme.Grille)),
            annulation
        );
        var confirmes = campagne.Confirmations.ToLookup(c => c.SourceId, c => (c.Axe, c.Valeur));
        var exoneres = campagne.Exonerations.ToDictionary(e => e.SourceId);
        List<LigneCalculee> lignes = new(redevables.Count);
        foreach (var redevable in redevables)
        {
            if (
                !grille.Type.Concerne(redevable.Redevable.Presence, campagne.Exercice, date)
                || VersionDe(versions, redevable.Redevable, applications, campagne.Exercice) is not { } version
            )
            {
                continue;
            }

            var source = redevable.Redevable.SourceId;
            var faits = redevable.Faits;
            if (exoneres.GetValueOrDefault(source) is { } exoneration)
            {
                faits = faits with
                {
                    Exoneration = $"exonération décidée le {Formats.DateCourte(exoneration.DecideeLe)} ({exoneration.Motif})",
                };
            }

            if (confirmes.Contains(source))
            {
                faits = faits with { Confirmes = confirmes[source].ToHashSet() };
            }

            lignes.Add(
                new LigneCalculee(
                    redevable with
                    {
                        Faits = faits,
                    },
                    version,
                    version.Bareme.Grille.Tva,
                    version.Bareme.Calculer(faits, campagne.Exercice)
                )
            );
        }

        return (grille.Type.Code, lignes);
    }

    private static async Task<(string Type, List<LigneCalculee> Lignes)> DeLaRefacturationAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        DateOnly date,
        CancellationToken annulation
    )
    {
        var id = new RefacturationId(campagne.Assiette);
        var refacturation = await contexte.Refacturations.AsNoTracking().SingleAsync(r => r.Id == id, annulation);
        var (redevables, parts) = await Partage.CalculerAsync(contexte, refacturation, date, annulation);
        var parSource = parts.ToDictionary(p => p.Membre.SourceId);
        List<LigneCalculee> lignes = [];
        foreach (var redevable in redevables)
        {
            if (!parSource.TryGetValue(redevable.Redevable.SourceId, out var part))
            {
                continue;
            }

            lignes.Add(
                new LigneCalculee(
                    redevable,
                    null,
                    refacturation.Tva,
                    new ResultatDeCalcul
                    {
                        Manques = part.Membre.Poids is null && part.Exemption is null ? [Partage.Donnee(refacturation)] : [],
                        Annuel = part.Montant,
                        Montant = part.Montant,
                        Exemption = part.Exemption,
                        Tranches = refacturation.Partage.Libelle(),
                        Fiche = part.Fiche,
                    }
                )
            );
        }

        return (refacturation.Type.Code, lignes);
    }

    /// <summary>Rapproche chaque calcul de ce qui est déjà établi, de l'exercice précédent et des reports du débiteur.</summary>
    private async Task<List<LigneDeSimulation>> SituerAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        string type,
        List<LigneCalculee> lignes,
        DateOnly date,
        CancellationToken annulation
    )
    {
        var (exercice, avant, occurrence) = (campagne.Exercice, campagne.Exercice - 1, campagne.Occurrence);
        var deja = (
            await contexte
                .Appels.AsNoTracking()
                .Where(a => a.Exercice == exercice && a.Type == type && a.Occurrence == occurrence && a.Rang == 0)
                .Select(a => new
                {
                    a.SourceId,
                    a.Id,
                    a.Etat,
                    a.Propre.Centimes,
                    a.Numero,
                })
                .ToListAsync(annulation)
        ).ToDictionary(a => a.SourceId, a => new DejaEtabli(a.Id, a.Etat, MontantHt.DeCentimes(a.Centimes), a.Numero));
        var precedents = (
            await contexte
                .Appels.AsNoTracking()
                .Where(a => a.Exercice == avant && a.Type == type && a.Rang == 0)
                .GroupBy(a => a.SourceId)
                .Select(g => new { g.Key, Centimes = g.Sum(a => a.Propre.Centimes) })
                .ToListAsync(annulation)
        ).ToDictionary(a => a.Key, a => MontantHt.DeCentimes(a.Centimes));
        var reports = (
            await contexte
                .Appels.AsNoTracking()
                .Reportables(exercice, date)
                .GroupBy(a => new { a.Collectivite, a.Tva })
                .Select(g => new { g.Key, Centimes = g.Sum(a => a.Propre.Centimes) })
                .ToListAsync(annulation)
        ).ToDictionary(a => (a.Key.Collectivite, a.Key.Tva), a => MontantHt.DeCentimes(a.Centimes));
        var seuil = await mentions.SeuilAsync(date, annulation);
        return
        [
            .. lignes.Select(l =>
                Situer(
                    l,
                    deja.GetValueOrDefault(l.Faits.Redevable.SourceId),
                    precedents.TryGetValue(l.Faits.Redevable.SourceId, out var n1) ? n1 : null,
                    reports,
                    seuil
                )
            ),
        ];
    }

    private static LigneDeSimulation Situer(
        LigneCalculee ligne,
        DejaEtabli? deja,
        MontantHt? precedent,
        Dictionary<(CollectiviteId, TauxTva), MontantHt> reports,
        decimal seuil
    )
    {
        var report = MontantHt.Zero;
        EtatDAppel? issue = null;
        if (deja is null && ligne.Resultat.PeutPartir)
        {
            var cle = (ligne.Faits.Redevable.Collectivite, ligne.Tva);
            report = reports.GetValueOrDefault(cle);
            issue = AppelDeContribution.IssueDe(ligne.Resultat.Montant, report, ligne.Tva, seuil);
            if (issue is EtatDAppel.Emis)
            {
                // A debtor's carried debts are taken up once, by the first of his calls in the order of the list.
                reports.Remove(cle);
            }
            else
            {
                report = MontantHt.Zero;
            }
        }

        return new LigneDeSimulation(ligne.Faits, ligne.Grille, ligne.Resultat, deja, precedent, report, issue);
    }

    /// <summary>L'objet du titre, l'exercice écrit à sa place.</summary>
    internal static string Objet(string modele, int exercice) =>
        modele.Replace("{exercice}", exercice.ToString(CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);

    private sealed record LigneCalculee(FaitsDAppel Faits, VersionDeGrille? Grille, TauxTva Tva, ResultatDeCalcul Resultat);
}

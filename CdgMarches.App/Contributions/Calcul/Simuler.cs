using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Refait, à la demande, le calcul de toute une campagne ; n'écrit rien.</summary>
public sealed class Simuler(IDbContextFactory<MarchesDbContext> donnees, LireMentions mentions, HorlogeLegale horloge)
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

    /// <summary>Ce qui manque à un acte plus ancien que la première version de la grille : elle ne s'applique à lui que du jour noté (RG6.01).</summary>
    internal const string ApplicationANoter =
        "la date où la grille s'applique à son acte, à noter parmi les actes concernés de la grille";

    /// <summary>Pourquoi le coordonnateur d'un groupement, ou celui qui émet ses titres, ne reçoit pas d'appel ; nul pour un autre membre.</summary>
    internal static string? SansAppel(PlaceDansLeGroupement place) =>
        place switch
        {
            PlaceDansLeGroupement.Coordonnateur => "le coordonnateur ne s'appelle pas lui-même",
            PlaceDansLeGroupement.Emetteur => "le centre de gestion, qui émet les titres, ne s'appelle pas lui-même",
            _ => null,
        };

    internal static DemandeDAssiette Assiette(
        DefinitionDeGrille grille,
        int exercice,
        DateOnly date,
        IEnumerable<DefinitionDeGrille> toutes,
        Guid? acte = null
    ) =>
        new(
            grille.Portee,
            grille.Groupement,
            exercice,
            date,
            grille.Lectures.AnneeComptee(exercice),
            toutes.Any(g => g.Lectures.AvecEtablissements && g.Axes.Contains(AxeDeGrille.Agents)),
            toutes.Any(g => g.Exemptions.Count > 0),
            acte
        );

    private static async Task<(string Type, List<LigneCalculee> Lignes)> DeLaGrilleAsync(
        MarchesDbContext contexte,
        CampagneDAppel campagne,
        DateOnly date,
        CancellationToken annulation
    )
    {
        var versions = await contexte.VersionsAsync(campagne.Assiette, annulation);
        if (versions is not [.., var derniere])
        {
            return ("", []);
        }

        var type = derniere.Bareme.Grille.Type;
        var confirmes = campagne.Confirmations.ToLookup(c => c.SourceId, c => (c.Axe, c.Valeur));
        var exoneres = campagne.Exonerations.ToDictionary(e => e.SourceId);
        var redevables = await contexte.SelonLeurVersionAsync(versions, campagne.Exercice, date, annulation);
        List<LigneCalculee> lignes = new(redevables.Count);
        foreach (var (lu, version, aNoter) in redevables)
        {
            if (type.Concerne(lu.Redevable.Presence, campagne.Exercice, date))
            {
                var redevable = Decider(lu, exoneres, confirmes);
                var resultat = version.Bareme.Calculer(redevable.Faits, campagne.Exercice);
                if (aNoter)
                {
                    resultat = resultat with { Manques = [.. resultat.Manques, ApplicationANoter] };
                }

                lignes.Add(new LigneCalculee(redevable, version, version.Bareme.Grille.Tva, resultat));
            }
        }

        return (type.Code, lignes);
    }

    /// <summary>Le redevable avec ce qu'un agent a décidé ou confirmé pour lui.</summary>
    private static FaitsDAppel Decider(
        FaitsDAppel redevable,
        Dictionary<Guid, ExonerationDecidee> exoneres,
        ILookup<Guid, (AxeDeGrille, int)> confirmes
    )
    {
        var (source, faits) = (redevable.Redevable.SourceId, redevable.Faits);
        if (SansAppel(redevable.Place) is { } place)
        {
            faits = faits with { Exoneration = place };
        }
        else if (exoneres.GetValueOrDefault(source) is { } exoneration)
        {
            faits = faits with { Exoneration = EnClair(exoneration) };
        }

        if (confirmes.Contains(source))
        {
            faits = faits with { Confirmes = confirmes[source].ToHashSet() };
        }

        return ReferenceEquals(faits, redevable.Faits) ? redevable : redevable with { Faits = faits };
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
        var exoneres = campagne.Exonerations.ToDictionary(e => e.SourceId);
        List<LigneCalculee> lignes = [];
        foreach (var redevable in redevables)
        {
            if (parSource.TryGetValue(redevable.Redevable.SourceId, out var part))
            {
                var resultat = Resultat(refacturation, redevable, part, exoneres);
                lignes.Add(new LigneCalculee(redevable, null, refacturation.Tva, resultat));
            }
        }

        return (refacturation.Type.Code, lignes);
    }

    /// <summary>Ce qu'un membre doit de frais partagés ; ce qu'on n'appelle pas reste à la charge du centre de gestion.</summary>
    private static ResultatDeCalcul Resultat(
        Refacturation refacturation,
        FaitsDAppel redevable,
        PartDeFrais part,
        Dictionary<Guid, ExonerationDecidee> exoneres
    )
    {
        var motif =
            redevable.Place is PlaceDansLeGroupement.Coordonnateur ? "la part du coordonnateur reste à sa charge"
            : redevable.Place is PlaceDansLeGroupement.Emetteur
                ? "la part du centre de gestion, qui émet les titres, reste à sa charge"
            : exoneres.GetValueOrDefault(redevable.Redevable.SourceId) is { } exoneration ? EnClair(exoneration)
            : null;
        return new ResultatDeCalcul
        {
            Manques = part.SansPoids ? [refacturation.Partage.Donnee()] : [],
            Annuel = part.Montant,
            Montant = motif is null ? part.Montant : MontantHt.Zero,
            Exemption = part.Exemption ?? motif,
            Tranches = refacturation.Partage.Libelle(),
            Fiche = motif is null ? part.Fiche : $"{part.Fiche} Rien n'est appelé : {motif}.",
        };
    }

    private static string EnClair(ExonerationDecidee exoneration) =>
        $"exonération décidée le {Formats.DateCourte(exoneration.DecideeLe)} ({exoneration.Motif})";

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
        var imputation = campagne.Imputation;
        var deja = (
            await contexte
                .Appels.AsNoTracking()
                .Where(a =>
                    (a.Exercice == exercice || a.Exercice == imputation)
                    && a.Type == type
                    && a.Occurrence == occurrence
                    && a.Rang == 0
                )
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
        var reports = await contexte.MontantsReportablesAsync(imputation, campagne.JourDesAppels(horloge.Aujourdhui), annulation);
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

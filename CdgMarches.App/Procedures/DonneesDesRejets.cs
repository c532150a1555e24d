using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Les lettres de rejet d'un lot, une par évincé : motifs, attributaire, première signature permise (RG4.30).</summary>
public sealed class DonneesDesRejets(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
    : IDonneesDe<RejetsAEcrire>
{
    private const string VoiesDeRecours =
        "Référé précontractuel devant le tribunal administratif, jusqu'à la signature du marché (CJA, art. L551-1). Référé contractuel "
        + "après elle (CJA, art. L551-13). Recours en contestation de la validité du contrat, dans les deux mois de l'avis d'attribution "
        + "(CE, 4 avril 2014, no 358994).";

    public async Task<RejetsAEcrire?> LireAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.GererProcedures);
        var id = new AnalyseId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var analyse = await contexte.Analyses.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, annulation);
        if (
            analyse is null
            || await contexte
                .Procedures.AsNoTracking()
                .DuPerimetre(acteur)
                .SingleOrDefaultAsync(p => p.Id == analyse.Procedure, annulation)
                is not { } procedure
        )
        {
            return null;
        }

        var registre = await contexte.Registres.AsNoTracking().SingleOrDefaultAsync(r => r.Procedure == procedure.Id, annulation);
        if (AccesAuxOffres.EstDeporte(acteur, registre, analyse.Lot))
        {
            return null;
        }

        var retenue = analyse.Retenue is { } r ? analyse.OffreDe(r) : null;
        return new RejetsAEcrire(
            procedure.Groupement,
            procedure.Objet,
            procedure.Reference.ToString(),
            EnClair(procedure.LotDe(analyse.Lot)),
            procedure.ReleveDeLaCao,
            retenue is null ? [] : [.. Offres(analyse), .. Candidatures(registre, analyse)]
        )
        {
            Attributaire = retenue?.Entreprise,
            MotifsDuChoix = analyse.MotifsDuChoix ?? "Offre économiquement la plus avantageuse au regard des critères annoncés.",
            NoteDeLAttributaire = retenue is null ? null : Note(analyse.TotalDe(retenue.Numero)),
            SignaturePossibleLe = await SignatureAsync(procedure, analyse, annulation),
            VoiesDeRecours = VoiesDeRecours,
        };
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permises = contexte.Procedures.DuPerimetre(acteur);
        var lues = await (
            from a in contexte.Analyses
            join p in permises on a.Procedure equals p.Id
            where a.Retenue != null
            orderby p.Reference descending, a.Lot
            select new
            {
                a.Id,
                p.Objet,
                a.Lot,
            }
        )
            .Take(30)
            .ToListAsync(annulation);
        return [.. lues.Select(a => new ObjetDApercu(a.Id.Valeur, $"{a.Objet}, lot {a.Lot}"))];
    }

    internal static string EnClair(LotDeProcedure lot) => $"Lot {lot.Numero} – {lot.Intitule}";

    private static IEnumerable<RejetAEcrire> Offres(AnalyseDeLot analyse)
    {
        var rangs = analyse.Classer().ToDictionary(r => r.Offre.Numero, r => r.Rang);
        return analyse
            .Offres.Where(o => o.Numero != analyse.Retenue)
            .OrderBy(o => o.Numero)
            .Select(o =>
            {
                int? rang = rangs.TryGetValue(o.Numero, out var r) ? r : null;
                return new RejetAEcrire(
                    o.Numero,
                    o.Entreprise,
                    null,
                    o.RejeteeLe is null || o.RejetElectronique,
                    EstUneCandidature: false,
                    o.MotifsDuRejet ?? o.Motif ?? (rang is null ? null : Detail(analyse, o.Numero))
                )
                {
                    Rang = rang,
                    Note = rang is null ? null : Note(analyse.TotalDe(o.Numero)),
                };
            });
    }

    /// <summary>À défaut de motifs écrits, ce que les notes disent, critère par critère.</summary>
    private static string Detail(AnalyseDeLot analyse, int offre) =>
        string.Join(
            " ; ",
            analyse.Criteres.Select(c =>
                $"{c.Intitule} : {Formats.Nombre(analyse.NoteDe(offre, c.Numero))} / 10, contre {Formats.Nombre(analyse.NoteDe(analyse.Retenue!.Value, c.Numero))} pour l'offre retenue"
            )
        );

    private static IEnumerable<RejetAEcrire> Candidatures(Registre? registre, AnalyseDeLot analyse) =>
        (registre?.Plis ?? [])
            .Where(p => p.Candidature is EtatDeCandidature.Eliminee && p.Lots.Contains(analyse.Lot))
            .Where(p => analyse.Offres.All(o => CleDeTri.De(o.Entreprise) != CleDeTri.De(p.Entreprise)))
            .Select(p => new RejetAEcrire(
                NumeroDeCandidature + p.Numero,
                p.Entreprise,
                null,
                true,
                EstUneCandidature: true,
                p.Motif
            ));

    /// <summary>Les plis se numérotent à part des offres : deux lettres ne partagent jamais leur clé.</summary>
    private const int NumeroDeCandidature = 100_000;

    /// <summary>La première signature permise si les lettres qui restent partent aujourd'hui ; null hors procédure formalisée.</summary>
    private async Task<DateOnly?> SignatureAsync(Procedure procedure, AnalyseDeLot analyse, CancellationToken annulation)
    {
        if (!procedure.ReleveDeLaCao || analyse.Retenue is null)
        {
            return null;
        }

        var envoyees = analyse.Offres.Where(o => o.RejeteeLe is not null).ToList();
        var dernier = analyse.Rejets?.DernierEnvoi ?? horloge.Aujourdhui;
        return (await faits.DelaisAsync(annulation))
            .Suspension(dernier, envoyees.TrueForAll(o => o.RejetElectronique), await faits.ZoneAsync(annulation))
            .AuPlusTot;
    }

    private static string Note(decimal total) => Formats.Nombre(decimal.Round(total, 2));
}

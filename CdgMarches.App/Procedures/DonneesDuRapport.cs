using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Le rapport de présentation, rempli de ce que l'on sait de la procédure (RG4.62).</summary>
public sealed class DonneesDuRapport(IDbContextFactory<MarchesDbContext> donnees) : IDonneesDe<RapportAEcrire>
{
    public async Task<RapportAEcrire?> LireAsync(Acteur acteur, Guid objet, CancellationToken annulation)
    {
        acteur.Exiger(Droits.GererProcedures);
        var id = new ProcedureId(objet);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte
            .Procedures.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(p => p.Id == id, annulation);
        if (procedure is null)
        {
            return null;
        }

        var registre = await contexte.Registres.AsNoTracking().SingleOrDefaultAsync(r => r.Procedure == id, annulation);
        var analyses = (
            await contexte.Analyses.AsNoTracking().AsSplitQuery().Where(a => a.Procedure == id).ToListAsync(annulation)
        )
            .Where(a => !AccesAuxOffres.EstDeporte(acteur, registre, a.Lot))
            .ToDictionary(a => a.Lot);
        var marches = (
            await contexte.Marches.AsNoTracking().AsSplitQuery().Where(m => m.Procedure == id).ToListAsync(annulation)
        ).ToDictionary(m => m.Lot);
        var lots = procedure.Lots.OrderBy(l => l.Numero).ToList();
        return new RapportAEcrire(
            procedure.Groupement,
            procedure.Objet,
            procedure.Reference.ToString(),
            procedure.Forme?.Libelle() ?? "Procédure reprise"
        )
        {
            Valeur = Formats.Montant(procedure.ValeurDuBesoin),
            Publicite = Texte(
                procedure
                    .Avis.OrderBy(a => a.EnvoyeLe)
                    .Select(a => $"{a.Objet}, {a.Support.Libelle()}, {Formats.DateLongue(a.EnvoyeLe)} ({a.Reference})")
            ),
            MotifsDeLaProcedure = procedure.JustificationDeLaForme,
            MotifsDeNonAllotissement = procedure.JustificationDuNonAllotissement,
            MotifsDesMoyensNonElectroniques = procedure.RemiseElectronique
                ? null
                : "Les offres ne sont pas remises par voie électronique.",
            ConflitsDInterets = Texte(
                (registre?.Deports ?? []).Select(d =>
                    $"{d.Personne} s'est déporté{(d.Lot is { } lot ? $" du lot {lot}" : " de tous les lots")} le {Formats.DateLongue(d.Le)} : {d.Motif}"
                )
            ),
            MotifsDeLAbandon = Texte(
                lots.Where(l => l.Issue is IssueDeLot.Infructueux or IssueDeLot.SansSuite)
                    .Select(l =>
                        $"{DonneesDesRejets.EnClair(l)}, {l.Issue!.Value.Libelle().ToLower(Francais.Culture)} : {l.MotifDeLIssue}"
                    )
            ),
            Lots = [.. lots.Select(l => Lot(l, analyses.GetValueOrDefault(l.Numero), marches.GetValueOrDefault(l.Numero)))],
            CandidaturesEcartees = [.. Plis(registre, p => p.Candidature is EtatDeCandidature.Eliminee || p.EstTardif)],
            CandidaturesRetenues = [.. Plis(registre, p => p is { Candidature: EtatDeCandidature.Admise, EstTardif: false })],
            OffresRejetees =
            [
                .. lots.SelectMany(l =>
                    (analyses.GetValueOrDefault(l.Numero)?.Offres ?? [])
                        .Where(o => o.Numero != analyses[l.Numero].Retenue)
                        .Select(o => new EntrepriseDuRapport(
                            DonneesDesRejets.EnClair(l),
                            o.Entreprise,
                            string.Join(
                                " : ",
                                new[]
                                {
                                    o.Etat is EtatDOffre.EnAnalyse ? null : o.Etat.Libelle(),
                                    o.MotifsDuRejet ?? o.Motif,
                                }.OfType<string>()
                            )
                        ))
                ),
            ],
        };
    }

    public async Task<IReadOnlyList<ObjetDApercu>> ObjetsAsync(Acteur acteur, CancellationToken annulation)
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte
            .Procedures.DuPerimetre(acteur)
            .Where(p => p.LanceeLe != null)
            .OrderByDescending(p => p.LanceeLe)
            .ThenBy(p => p.Id)
            .Take(30)
            .Select(p => new ObjetDApercu(p.Id.Valeur, p.Objet))
            .ToListAsync(annulation);
    }

    private static LotDuRapport Lot(LotDeProcedure lot, AnalyseDeLot? analyse, Marche? marche) =>
        new(
            DonneesDesRejets.EnClair(lot),
            lot.Issue?.Libelle() ?? "En cours",
            marche is null
                ? (analyse?.Retenue is { } r ? analyse.OffreDe(r).Entreprise : null)
                : string.Join(", ", marche.Titulaires.OrderBy(t => t.Numero).Select(t => t.Nom)),
            marche is null
                ? (analyse?.Retenue is { } o && analyse.OffreDe(o).Montant is { } offert ? Formats.Montant(offert) : null)
                : Formats.Montant(marche.Maximum ?? marche.Montant),
            analyse?.MotifsDuChoix ?? analyse?.ActeDuChoix,
            marche is null ? null : Texte(marche.SousTraitants.Select(s => $"{s.Prestations}, par {s.Nom}"))
        );

    private static IEnumerable<EntrepriseDuRapport> Plis(Registre? registre, Func<Pli, bool> quels) =>
        (registre?.Plis ?? [])
            .Where(quels)
            .OrderBy(p => p.Numero)
            .Select(p => new EntrepriseDuRapport(
                $"Lots {p.LotsEnTexte}",
                p.Entreprise,
                p.EstTardif ? "Pli reçu hors délai (CCP, art. R2143-2)." : p.Motif
            ));

    private static string? Texte(IEnumerable<string> phrases) =>
        string.Join("\n", phrases) is { Length: > 0 } texte ? texte : null;
}

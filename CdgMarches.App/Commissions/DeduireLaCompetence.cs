using CdgMarches.App.Parametres;
using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Ce sur quoi un point demande à la commission de se prononcer, tel que l'agent le désigne.</summary>
/// <param name="Procedure">La procédure ; nulle quand l'application ne la tient pas.</param>
/// <param name="Lot">Le lot, ou toute la procédure.</param>
/// <param name="EstUnAvenant">Vrai pour un projet d'avenant.</param>
/// <param name="MontantDAvenant">Son montant.</param>
public sealed record ObjetSoumis(ProcedureId? Procedure, int? Lot, bool EstUnAvenant, MontantHt? MontantDAvenant);

/// <summary>
/// Déduit la compétence de la commission de ce que l'application sait : la procédure et sa forme, les seuils à la date, le lot, le
/// marché et ses avenants (RG2.01, RG2.40). Proposée et expliquée ; l'agent peut retenir autre chose, et dit pourquoi.
/// </summary>
public sealed class DeduireLaCompetence(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    /// <returns>La compétence proposée ; nulle quand rien ne permet de la déduire.</returns>
    public async Task<CompetenceDeLaCommission?> ExecuterAsync(
        Acteur acteur,
        ObjetSoumis objet,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        if (objet.Procedure is not { } id)
        {
            return null;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (objet.EstUnAvenant)
        {
            return objet is { Lot: { } lot, MontantDAvenant: { } montant }
                ? await DeLAvenantAsync(contexte, acteur, id, lot, montant, annulation)
                : null;
        }

        return
            await contexte.Procedures.AsNoTracking().DuPerimetre(acteur).SingleOrDefaultAsync(p => p.Id == id, annulation)
                is { } procedure
            ? CompetenceDeLaCommission.De(
                new ConsultationSoumise(
                    procedure.Forme,
                    await SeuilsAsync(procedure, annulation),
                    procedure.Lots.Any(l => l.Numero == objet.Lot && l.EstPetitLot)
                )
            )
            : null;
    }

    private async Task<CompetenceDeLaCommission?> DeLAvenantAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ProcedureId procedure,
        int lot,
        MontantHt montant,
        CancellationToken annulation
    )
    {
        var permises = contexte.Procedures.DuPerimetre(acteur).Where(p => p.Id == procedure).Select(p => p.Id);
        var marche = await contexte
            .Marches.AsNoTracking()
            .AsSplitQuery()
            .Where(m => permises.Contains(m.Procedure) && m.Lot == lot)
            .FirstOrDefaultAsync(annulation);
        return marche is not null && await PartAsync(annulation) is { } part
            ? CompetenceDeLaCommission.PourUnAvenant(
                marche.CalculerAvenant(montant, deFaibleMontantSeuls: false),
                marche.AttribueParLaCao,
                part
            )
            : null;
    }

    /// <summary>La part d'un marché au-delà de laquelle un avenant est soumis ; nulle si aucune n'est en vigueur ce jour-là.</summary>
    public async Task<decimal?> PartAsync(CancellationToken annulation = default) =>
        (await parametres.ValeursAsync(annulation)).EnVigueur(CodesDeDelai.AvenantAvisDeLaCao, horloge.Aujourdhui)?.Nombre;

    private async Task<ProcedureProposee?> SeuilsAsync(Procedure procedure, CancellationToken annulation)
    {
        var seuils = await parametres.SeuilsAsync(annulation);
        var jour = procedure.LanceeLe ?? horloge.Aujourdhui;
        return procedure.ValeurDuBesoin > MontantHt.Zero && seuils.PeutProposer(procedure.Nature, jour).EstFavorable
            ? seuils.Proposer(procedure.Nature, procedure.ValeurDuBesoin, jour)
            : null;
    }
}

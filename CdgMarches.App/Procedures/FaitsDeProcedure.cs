using CdgMarches.App.Parametres;
using CdgMarches.Database;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Réunit les faits que la procédure ne porte pas : délais et seuils en vigueur, zone, besoins non décidés.</summary>
public sealed class FaitsDeProcedure(LireParametres parametres)
{
    public async Task<DelaisDeProcedure> DelaisAsync(CancellationToken annulation = default) =>
        new(await parametres.ValeursAsync(annulation));

    public Task<SeuilsDeProcedure> SeuilsAsync(CancellationToken annulation = default) => parametres.SeuilsAsync(annulation);

    public async Task<ZoneDeJoursFeries> ZoneAsync(CancellationToken annulation = default) =>
        Enum.TryParse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries, annulation), out var zone)
            ? zone
            : ZoneDeJoursFeries.Metropole;

    /// <summary>Le délai minimal de réception d'un avis envoyé ce jour-là ; null si la forme n'est pas choisie ou n'en a pas.</summary>
    public async Task<DelaiDeReception?> ReceptionAsync(
        Procedure procedure,
        DateOnly envoi,
        CancellationToken annulation = default
    ) =>
        procedure.Forme is not { } forme
            ? null
            : (await DelaisAsync(annulation)).Reception(
                forme,
                forme.EstRestreinte() ? PhaseDeReception.Candidatures : PhaseDeReception.Offres,
                procedure.Modalites,
                envoi,
                await ZoneAsync(annulation)
            );

    /// <summary>Ce que le recensement et les seuils disent d'un lancement ce jour-là.</summary>
    public async Task<FaitsDeLancement> LancementAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        var seuils = await SeuilsAsync(annulation);
        var lots = procedure.Lots.OrderBy(l => l.Numero).ToList();
        var petits = lots.Index().Where(l => l.Item.EstPetitLot).Select(l => l.Index).ToList();
        return new FaitsDeLancement(
            await NonDecidesAsync(contexte, procedure, jour, annulation),
            procedure.ValeurDuBesoin > MontantHt.Zero && seuils.PeutProposer(procedure.Nature, jour).EstFavorable
                ? seuils.Proposer(procedure.Nature, procedure.ValeurDuBesoin, jour)
                : null,
            procedure.Contrat is FormeDeContrat.AccordCadre
                ? (await DelaisAsync(annulation)).Entier(CodesDeDelai.DureeDeLAccordCadre, jour)
                : 0,
            petits.Count == 0 ? null : seuils.PetitsLots(procedure.Nature, [.. lots.Select(l => l.Valeur)], petits, jour)
        );
    }

    /// <summary>Les membres concernés dont le besoin n'est ni validé ni décidé dans le gel dont la procédure part.</summary>
    private static async Task<IReadOnlyList<string>> NonDecidesAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        if (procedure.Consolidation is not { } gel)
        {
            return [];
        }

        var prestations = procedure.Lots.Select(l => l.Prestation).Distinct().ToList();
        return await contexte
            .MembresConcernes(procedure.Id, procedure.Groupement, gel, jour)
            .Where(c => prestations.Contains(c.Prestation))
            .Where(c =>
                !contexte.ReponsesGelees.Any(r =>
                    r.Consolidation == gel
                    && r.Prestation == c.Prestation
                    && r.Collectivite == c.Collectivite
                    && (
                        r.Etat == EtatDeReponse.Validee
                        || r.Etat == EtatDeReponse.RepriseN1
                        || r.Etat == EtatDeReponse.NeantPresume
                    )
                )
            )
            .Join(contexte.Collectivites, c => c.Collectivite, m => m.Id, (c, m) => new { m.Nom, m.CleDeTri })
            .Distinct()
            .OrderBy(m => m.CleDeTri)
            .Select(m => m.Nom)
            .ToListAsync(annulation);
    }
}

using CdgMarches.App.Groupements;
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

    /// <summary>Le délai minimal des offres depuis l'invitation, en deux temps ; null si la forme n'en a pas.</summary>
    public async Task<DelaiDeReception?> ReceptionDesOffresAsync(
        Procedure procedure,
        DateOnly invitation,
        CancellationToken annulation = default
    ) =>
        procedure.Forme is { } forme && forme.EstRestreinte()
            ? (await DelaisAsync(annulation)).Reception(
                forme,
                PhaseDeReception.Offres,
                procedure.Modalites,
                invitation,
                await ZoneAsync(annulation)
            )
            : null;

    /// <summary>Ce que le recensement et les seuils disent d'un lancement ce jour-là.</summary>
    public async Task<FaitsDeLancement> LancementAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation = default
    )
    {
        var (seuils, delais, inconnus) = (await SeuilsAsync(annulation), await DelaisAsync(annulation), new Inconnus());
        var lots = procedure.Lots.OrderBy(l => l.Numero).ToList();
        var petits = lots.Index().Where(l => l.Item.EstPetitLot).Select(l => l.Index).ToList();
        var proposee =
            procedure.ValeurDuBesoin > MontantHt.Zero
                ? inconnus.Lire(() => seuils.Proposer(procedure.Nature, procedure.ValeurDuBesoin, jour))
                : null;
        var duree =
            procedure.Contrat is FormeDeContrat.AccordCadre
                ? inconnus.Lire<int?>(() => delais.Entier(CodesDeDelai.DureeDeLAccordCadre, jour))
                : null;
        var regleDesPetits =
            petits.Count == 0
                ? null
                : inconnus.Lire(() => seuils.PetitsLots(procedure.Nature, [.. lots.Select(l => l.Valeur)], petits, jour));
        return new FaitsDeLancement(await NonDecidesAsync(contexte, procedure, jour, annulation), proposee, duree, regleDesPetits)
        {
            Inconnus = inconnus.Regles,
            SilencesSurLaNote = await SilencesAsync(contexte, procedure, jour, annulation),
            Convention = await contexte.EntreeEnVigueurAsync(procedure.Groupement, annulation),
            Entrees = await EntreesAsync(contexte, procedure, jour, annulation),
        };
    }

    /// <summary>Au-delà, une phrase qui nomme chaque entrée ne se lit plus.</summary>
    private const int EntreesNommees = 10;

    /// <summary>Les adhésions, fondateurs exceptés, qui prennent effet ce jour-là ou après.</summary>
    private static async Task<IReadOnlyList<EntreeDeMembre>> EntreesAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        await (
            from a in contexte.Adhesions.AsNoTracking()
            join g in contexte.Groupements on a.Groupement equals g.Id
            join c in contexte.Collectivites on a.Collectivite equals c.Id
            where a.Groupement == procedure.Groupement && g.Regles.VerrouDAdhesion
            where a.Entree >= jour && a.Entree > g.Debut
            orderby a.Entree, c.CleDeTri
            select new EntreeDeMembre(c.Nom, a.Entree)
        )
            .Take(EntreesNommees)
            .ToListAsync(annulation);

    /// <summary>Combien de membres concernés n'ont pas répondu à la note d'organisation.</summary>
    private static async Task<int> SilencesAsync(
        MarchesDbContext contexte,
        Procedure procedure,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        procedure.NoteEnvoyeeLe is null
            ? 0
            : await contexte
                .MembresConcernes(procedure.Id, procedure.Groupement, procedure.Consolidation, jour)
                .Where(c => !contexte.AvisSurLaNote.Any(a => a.Procedure == procedure.Id && a.Collectivite == c.Collectivite))
                .Select(c => c.Collectivite)
                .Distinct()
                .CountAsync(annulation);

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

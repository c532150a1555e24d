using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Procedures;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Un lot sur la fiche, et combien de membres il concerne : figés après le lancement, pressentis avant.</summary>
public sealed record LotDeLaFicheDeProcedure(
    int Numero,
    string Intitule,
    PrestationId Prestation,
    string LibelleDeLaPrestation,
    int? LotDuGroupement,
    int Membres,
    StatutDeLot Statut,
    string? Cpv,
    MontantHt? Estimation,
    MontantHt? Minimum,
    MontantHt? Maximum,
    bool EstPetitLot
);

/// <summary>La fiche d'une procédure.</summary>
public sealed record FicheProcedure(
    ProcedureId Id,
    int Version,
    ReferenceDeProcedure Reference,
    string Objet,
    NatureDAchat Nature,
    EtatDeProcedure Etat,
    DateOnly EngageeLe,
    DateOnly? LanceeLe,
    DateOnly? TermineeLe,
    IssueDeProcedure? Issue,
    Guid? Responsable,
    string? NomDuResponsable,
    Guid? Suppleant,
    string? NomDuSuppleant,
    GroupementId Groupement,
    string NomDuGroupement,
    string Coordonnateur,
    IReadOnlyList<LotDeLaFicheDeProcedure> Lots,
    IReadOnlyList<PrestationDeLaFiche> Prestations,
    IReadOnlyList<LotDeLaFiche> LotsDuGroupement,
    int Membres,
    Verdict PeutLancer,
    bool PeutGerer
);

/// <summary>Lit la fiche d'une procédure du périmètre.</summary>
public sealed class LireFicheProcedure(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    /// <returns>La fiche, ou null si la procédure n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheProcedure?> ExecuterAsync(Acteur acteur, ProcedureId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte
            .Procedures.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(p => p.Id == id, annulation);
        if (procedure is null)
        {
            return null;
        }

        var groupement = await contexte.Groupements.AsNoTracking().SingleAsync(g => g.Id == procedure.Groupement, annulation);
        var jour = horloge.Aujourdhui;
        var pressentis = await contexte.MembresParLotAsync(procedure, jour, annulation);
        var parLot =
            procedure.Etat is EtatDeProcedure.EnPreparation
                ? pressentis
                : await contexte
                    .MembresFiges.Where(m => m.Procedure == id)
                    .GroupBy(m => m.Lot)
                    .Select(g => new { Lot = g.Key, Membres = g.Count() })
                    .ToDictionaryAsync(g => g.Lot, g => g.Membres, annulation);
        var personnes = await contexte
            .Users.Where(u => u.Id == procedure.Responsable || u.Id == procedure.Suppleant)
            .ToDictionaryAsync(u => u.Id, u => u.Nom, annulation);
        return new FicheProcedure(
            id,
            procedure.Version,
            procedure.Reference,
            procedure.Objet,
            procedure.Nature,
            procedure.Etat,
            procedure.CreeeLe,
            procedure.LanceeLe,
            procedure.TermineeLe,
            procedure.Issue,
            procedure.Responsable,
            procedure.Responsable is { } r ? personnes.GetValueOrDefault(r) : null,
            procedure.Suppleant,
            procedure.Suppleant is { } s ? personnes.GetValueOrDefault(s) : null,
            groupement.Id,
            groupement.Nom,
            await contexte.NomAsync(groupement.Coordonnateur, annulation),
            [
                .. procedure
                    .Lots.OrderBy(l => l.Numero)
                    .Select(l => new LotDeLaFicheDeProcedure(
                        l.Numero,
                        l.Intitule,
                        l.Prestation,
                        groupement.Prestations.FirstOrDefault(p => p.Id == l.Prestation)?.Libelle ?? Formats.Absent,
                        l.LotDuGroupement,
                        parLot.GetValueOrDefault(l.Numero),
                        l.Statut,
                        l.Cpv,
                        l.Estimation,
                        l.Minimum,
                        l.Maximum,
                        l.EstPetitLot
                    )),
            ],
            [
                .. groupement
                    .Prestations.Where(p => !p.EstRetiree)
                    .OrderBy(p => p.Ordre)
                    .Select(p => new PrestationDeLaFiche(p.Id, p.Code, p.Libelle, p.Nature, p.Unite, p.Ordre, p.EstRetiree, 0)),
            ],
            [
                .. groupement
                    .Lots.Where(l => !l.EstRetire)
                    .OrderBy(l => l.Numero)
                    .Select(l => new LotDeLaFiche(l.Numero, l.Prestation, l.Intitule, l.Cpv?.Valeur, l.Nature, l.EstRetire)),
            ],
            await contexte
                .MembresFiges.Where(m => m.Procedure == id)
                .Select(m => m.Collectivite)
                .Distinct()
                .CountAsync(annulation),
            procedure.PeutLancer(
                jour,
                jour,
                groupement,
                pressentis,
                procedure.Etat is EtatDeProcedure.EnPreparation
                    ? await faits.LancementAsync(contexte, procedure, jour, annulation)
                    : null
            ),
            acteur.Peut(Droits.GererProcedures)
        );
    }
}

using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Le registre d'une procédure, vide tant que rien n'y est écrit.</summary>
public sealed record RegistreLu(int Version, Registre Registre, CalculDeDate? ReponsesAuPlusTard);

/// <summary>Lit le registre d'une procédure du périmètre. Les plis n'y montrent aucun contenu.</summary>
public sealed class LireRegistre(IDbContextFactory<MarchesDbContext> donnees, FaitsDeProcedure faits)
{
    public async Task<RegistreLu?> ExecuterAsync(Acteur acteur, ProcedureId id, CancellationToken annulation = default)
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

        var registre = await contexte
            .Registres.AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Procedure == id, annulation);
        return new RegistreLu(
            registre?.Version ?? 0,
            registre ?? new Registre(id),
            procedure.LimiteDeRemise is { } limite
                ? (await faits.DelaisAsync(annulation)).ReponsesAuPlusTard(
                    DateOnly.FromDateTime(limite),
                    procedure.JustificationDeLUrgence is not null
                )
                : null
        );
    }
}

/// <summary>L'analyse d'un lot et ce qui la suit.</summary>
/// <param name="Version">La version de l'analyse ; 0 si rien n'y est écrit.</param>
/// <param name="Analyse">L'analyse.</param>
/// <param name="EstOuverte">Vrai une fois les plis ouverts : avant, rien des offres ne se lit (RG2.34).</param>
/// <param name="EstDeporte">Vrai si celui qui regarde s'est déporté du lot.</param>
/// <param name="Suspension">La première signature permise, une fois tous les évincés informés.</param>
/// <param name="Marche">Le marché signé du lot.</param>
public sealed record AnalyseLue(
    int Version,
    AnalyseDeLot Analyse,
    bool EstOuverte,
    bool EstDeporte,
    SuspensionDeSignature? Suspension,
    MarcheDuLot? Marche
);

/// <summary>Lit l'analyse d'un lot, à qui peut la voir.</summary>
public sealed class LireAnalyse(IDbContextFactory<MarchesDbContext> donnees, FaitsDeProcedure faits)
{
    /// <returns>L'analyse ; vide avant l'ouverture ou pour qui s'est déporté ; null si la procédure ou le lot n'est pas du périmètre.</returns>
    public async Task<AnalyseLue?> ExecuterAsync(Acteur acteur, ProcedureId id, int lot, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte
            .Procedures.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(p => p.Id == id, annulation);
        if (procedure is null || procedure.Lots.All(l => l.Numero != lot))
        {
            return null;
        }

        var registre = await contexte.Registres.AsNoTracking().SingleOrDefaultAsync(r => r.Procedure == id, annulation);
        var deporte = AccesAuxOffres.EstDeporte(acteur, registre, lot);
        var ouverte = procedure.ConstateLe(lot, EtapeDeProcedure.Ouverture) is not null;
        var reserve = deporte || !acteur.Peut(Droits.GererProcedures);
        var analyse = await contexte
            .Analyses.AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Procedure == id && a.Lot == lot, annulation);
        var marche = (await LireConduite.MarchesAsync(contexte, id, annulation)).FirstOrDefault(m => m.Lot == lot);
        if (analyse is null || reserve)
        {
            return new AnalyseLue(0, new AnalyseDeLot(id, lot), ouverte, reserve, null, marche);
        }

        return new AnalyseLue(
            analyse.Version,
            analyse,
            ouverte,
            EstDeporte: false,
            analyse.Rejets is { } rejets && procedure.RelevedeLaCao
                ? (await faits.DelaisAsync(annulation)).Suspension(
                    rejets.DernierEnvoi,
                    rejets.ToutElectronique,
                    await faits.ZoneAsync(annulation)
                )
                : null,
            marche
        );
    }
}

using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Le registre d'une procédure, vide tant que rien n'y est écrit.</summary>
public sealed record RegistreLu(int Version, Registre Registre, CalculDeDate? ReponsesAuPlusTard, IReadOnlyList<string> Inconnus);

/// <summary>Lit le registre d'une procédure du périmètre. Les plis n'y montrent aucun contenu.</summary>
public sealed class LireRegistre(IDbContextFactory<MarchesDbContext> donnees, FaitsDeProcedure faits)
{
    /// <exception cref="DroitManquantException">La procédure n'existe pas ou n'est pas du périmètre.</exception>
    internal async Task<RegistreLu> DuPerimetreAsync(Acteur acteur, ProcedureId id, CancellationToken annulation) =>
        await ExecuterAsync(acteur, id, annulation) ?? throw new DroitManquantException(Droits.GererProcedures);

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
        var (inconnus, delais) = (new Inconnus(), await faits.DelaisAsync(annulation));
        var reponses = procedure.LimiteDeRemise is { } limite
            ? inconnus.Lire(() =>
                delais.ReponsesAuPlusTard(DateOnly.FromDateTime(limite), procedure.JustificationDeLUrgence is not null)
            )
            : null;
        return new RegistreLu(registre?.Version ?? 0, registre ?? new Registre(id), reponses, inconnus.Phrases);
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
)
{
    /// <summary>Les valeurs que l'application ne connaît pas : la suspension ne se calcule pas, et la signature sera refusée.</summary>
    public IReadOnlyList<string> Inconnus { get; init; } = [];
}

/// <summary>Lit l'analyse d'un lot, à qui peut la voir.</summary>
public sealed class LireAnalyse(IDbContextFactory<MarchesDbContext> donnees, FaitsDeProcedure faits, Socle.HorlogeLegale horloge)
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
        var ouverte = procedure.OffresOuvertesLe(horloge.Local(horloge.Maintenant)) is not null;
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

        var (inconnus, delais, zone) = (new Inconnus(), await faits.DelaisAsync(annulation), await faits.ZoneAsync(annulation));
        var suspension =
            analyse.Rejets is { } rejets && procedure.ReleveDeLaCao
                ? inconnus.Lire(() => delais.Suspension(rejets.DernierEnvoi, rejets.ToutElectronique, zone))
                : null;
        return new AnalyseLue(analyse.Version, analyse, ouverte, EstDeporte: false, suspension, marche)
        {
            Inconnus = inconnus.Phrases,
        };
    }
}

using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Une délibération du CDG dans son registre.</summary>
public sealed record LigneDeDeliberation(
    DeliberationDuCdgId Id,
    int Version,
    string Numero,
    DateOnly Date,
    string Objet,
    DateOnly? TransmiseLe,
    DateOnly? PublieeLe,
    DateOnly? ExecutoireLe,
    bool EstCitee,
    string Visa
);

/// <summary>Une assurance du CDG dans son registre.</summary>
public sealed record LigneDAssurance(
    ContratDAssuranceId Id,
    int Version,
    string Assureur,
    string Police,
    string Risques,
    DateOnly Du,
    DateOnly Au,
    bool EstEnVigueur,
    Guid? Attestation
);

/// <summary>Les registres que les conventions citent.</summary>
/// <param name="Deliberations">Les plus récentes d'abord, cinquante au plus.</param>
/// <param name="Assurances">Les plus récentes d'abord, cinquante au plus.</param>
/// <param name="AttestationEnVigueur">Vrai si une attestation jointe couvre aujourd'hui (convention, art. 3).</param>
/// <param name="PeutGerer">Vrai si l'acteur peut tenir les registres.</param>
public sealed record RegistresLus(
    IReadOnlyList<LigneDeDeliberation> Deliberations,
    IReadOnlyList<LigneDAssurance> Assurances,
    bool AttestationEnVigueur,
    bool PeutGerer
);

/// <summary>Lit les registres du CDG : délibérations citées et assurances.</summary>
public sealed class LireRegistres(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    private const int AuPlus = 50;

    public async Task<RegistresLus> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var deliberations = await contexte
            .DeliberationsDuCdg.AsNoTracking()
            .OrderByDescending(d => d.Date)
            .ThenByDescending(d => d.Numero)
            .Take(AuPlus)
            .ToListAsync(annulation);
        var assurances = await contexte
            .ContratsDAssurance.AsNoTracking()
            .OrderByDescending(a => a.Au)
            .ThenBy(a => a.Id)
            .Take(AuPlus)
            .ToListAsync(annulation);
        return new RegistresLus(
            [
                .. deliberations.Select(d => new LigneDeDeliberation(
                    d.Id,
                    d.Version,
                    d.Numero,
                    d.Date,
                    d.Objet,
                    d.TransmiseLe,
                    d.PublieeLe,
                    d.ExecutoireLe,
                    d.EstCitee,
                    d.Visa
                )),
            ],
            [
                .. assurances.Select(a => new LigneDAssurance(
                    a.Id,
                    a.Version,
                    a.Assureur,
                    a.Police,
                    a.Risques,
                    a.Du,
                    a.Au,
                    a.EstEnVigueur(jour),
                    a.Attestation
                )),
            ],
            await contexte.ContratsDAssurance.AnyAsync(a => a.Du <= jour && jour <= a.Au && a.Attestation != null, annulation),
            acteur.Peut(Droits.GererConventions)
        );
    }
}

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
    string Visa,
    bool EstExecutoire
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
    bool EstRemplacee,
    Guid? Attestation
);

/// <summary>Les registres que les conventions citent.</summary>
/// <param name="Deliberations">Les plus récentes d'abord, autant qu'on en demande.</param>
/// <param name="Assurances">Les plus récentes d'abord, autant qu'on en demande.</param>
/// <param name="ResteDeDeliberations">Combien de plus anciennes ne sont pas lues.</param>
/// <param name="ResteDAssurances">Combien de plus anciennes ne sont pas lues.</param>
/// <param name="AttestationEnVigueur">Vrai si une attestation jointe couvre aujourd'hui (convention, art. 3).</param>
/// <param name="PeutGerer">Vrai si l'acteur peut tenir les registres.</param>
public sealed record RegistresLus(
    IReadOnlyList<LigneDeDeliberation> Deliberations,
    IReadOnlyList<LigneDAssurance> Assurances,
    int ResteDeDeliberations,
    int ResteDAssurances,
    bool AttestationEnVigueur,
    bool PeutGerer
);

/// <summary>Lit les registres du CDG : délibérations citées et assurances.</summary>
public sealed class LireRegistres(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Ce que l'on lit à la fois.</summary>
    public const int Paquet = 50;

    /// <param name="acteur">Un agent du CDG.</param>
    /// <param name="auPlus">Combien de lignes lire de chaque registre.</param>
    /// <param name="annulation">Abandonne la lecture.</param>
    public async Task<RegistresLus> ExecuterAsync(Acteur acteur, int auPlus = Paquet, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var jour = horloge.Aujourdhui;
        var deliberations = await contexte
            .DeliberationsDuCdg.AsNoTracking()
            .OrderByDescending(d => d.Date)
            .ThenByDescending(d => d.Numero)
            .Take(auPlus)
            .ToListAsync(annulation);
        var assurances = await contexte
            .ContratsDAssurance.AsNoTracking()
            .OrderByDescending(a => a.Au)
            .ThenBy(a => a.Id)
            .Take(auPlus)
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
                    d.Visa,
                    d.ExecutoireLe <= jour
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
                    a.RemplaceLe is not null,
                    a.Attestation
                )),
            ],
            await contexte.DeliberationsDuCdg.CountAsync(annulation) - deliberations.Count,
            await contexte.ContratsDAssurance.CountAsync(annulation) - assurances.Count,
            await contexte.ContratsDAssurance.AnyAsync(a => a.Du <= jour && jour <= a.Au && a.Attestation != null, annulation),
            acteur.Peut(Droits.GererConventions)
        );
    }
}

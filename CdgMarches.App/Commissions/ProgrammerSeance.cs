using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Programme une séance : sa référence, sa date, son lieu ; les règles en vigueur lui sont copiées.</summary>
public sealed class ProgrammerSeance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<SeanceId> ExecuterAsync(
        Acteur acteur,
        CommissionId id,
        DonneesDeSeance reunion,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var commission =
                    await contexte.CommissionsVisibles(acteur).SingleOrDefaultAsync(c => c.Id == id, jeton)
                    ?? throw new DroitManquantException(Droits.GererCommissions);
                // The number first: its row is the lock that keeps two agents from giving one seat two meetings at once.
                var numero = await contexte.NumeroterAsync(ReferenceDeSeance.Serie(reunion.Date.Year), jeton);
                var (composition, _) = await contexte.ComposerAsync(commission, reunion.Date, jeton);
                var autre = await contexte.AutreSeanceAsync(commission, reunion, saufElle: null, jeton);
                var regles = await contexte.ReglesDeAsync(commission, jeton);
                Seance.PeutProgrammer(reunion, horloge.Aujourdhui, regles, composition.Voix, autre).Exiger(motif);
                var seance = Seance.Programmer(
                    new ReferenceDeSeance(reunion.Date.Year, numero),
                    id,
                    reunion,
                    horloge.Aujourdhui,
                    regles,
                    composition.Voix,
                    autre,
                    motif
                );
                contexte.Add(seance);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return seance.Id;
            },
            annulation
        );
    }
}

/// <summary>Change la date, l'heure, le lieu ou le mode d'une séance ; après l'envoi, une rectificative devient due.</summary>
public sealed class ModifierSeance(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        SeanceId id,
        int versionLue,
        DonneesDeSeance reunion,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerLesSeancesAsync(reunion.Date.Year, jeton);
                var seance = await contexte.SeanceAGererAsync(acteur, id, jeton);
                contexte.ExigerVersion(seance, versionLue);
                var commission = await contexte.Commissions.SingleAsync(c => c.Id == seance.Commission, jeton);
                var (composition, _) = await contexte.ComposerAsync(commission, reunion.Date, jeton);
                var autre = await contexte.AutreSeanceAsync(commission, reunion, id, jeton);

                seance.Modifier(reunion, horloge.Aujourdhui, composition.Voix, autre, motif);

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

/// <summary>Après une carence : la seconde réunion, même ordre du jour, sans condition de quorum (RG2.24).</summary>
public sealed class PreparerLaSeconde(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<SeanceId> ExecuterAsync(
        Acteur acteur,
        SeanceId premiere,
        DonneesDeSeance reunion,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var numero = await contexte.NumeroterAsync(ReferenceDeSeance.Serie(reunion.Date.Year), jeton);
                var seance = await contexte.SeanceAGererAsync(acteur, premiere, jeton);
                if (await contexte.Seances.AnyAsync(s => s.Premiere == premiere && s.Etat != EtatDeSeance.Annulee, jeton))
                {
                    throw new RefusException(
                        "La seconde réunion est déjà préparée. Rien n'a été modifié : ouvrez-la depuis cette page."
                    );
                }

                var commission = await contexte.Commissions.SingleAsync(c => c.Id == seance.Commission, jeton);
                var autre = await contexte.AutreSeanceAsync(commission, reunion, saufElle: null, jeton);
                seance
                    .PeutPreparerLaSeconde(reunion, horloge.Aujourdhui)
                    .Et(Verdict.De(new Domain.Commissions.Regles.UneSeuleSeanceALaFois(autre)))
                    .Exiger(motif);
                var seconde = seance.PreparerLaSeconde(
                    new ReferenceDeSeance(reunion.Date.Year, numero),
                    reunion,
                    horloge.Aujourdhui,
                    motif
                );
                contexte.Add(seconde);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return seconde.Id;
            },
            annulation
        );
    }
}

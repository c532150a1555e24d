using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>Constate les envois postaux, les remises et les rejets ; retire un lien ; relance ; annule la séance.</summary>
public sealed class SuivreConvocations(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens,
    MessageDeConvocation message
)
{
    /// <summary>Constate un courrier posté ou une remise en main propre, à sa date (RG2.11).</summary>
    /// <returns>La phrase qui dit si l'envoi est dans le délai.</returns>
    public async Task<string> AdresserAsync(
        Acteur acteur,
        ConvocationId id,
        CanalDeConvocation canal,
        DateOnly jour,
        string? preuve,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (seance, convocation) = await contexte.ConvocationAGererAsync(acteur, id, annulation);

        convocation.Adresser(canal, jour, preuve, horloge.Aujourdhui);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return convocation.EstReguliere(seance.Date, seance.Delai)
            ? $"L'envoi à {convocation.Nom} est constaté, dans le délai."
            : $"L'envoi à {convocation.Nom} est constaté, mais hors délai : il devait partir le {Formats.DateLongue(Domain.Noyau.Calendrier.JoursFrancs.DernierEnvoi(seance.Date, seance.Delai))} au plus tard.";
    }

    /// <summary>Signale qu'une convocation n'est pas parvenue : le devoir d'adresser renaît (RG2.15).</summary>
    public async Task RejeterAsync(Acteur acteur, ConvocationId id, string? motif, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var (_, convocation) = await contexte.ConvocationAGererAsync(acteur, id, annulation);

        convocation.Rejeter(motif);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Retire le lien personnel d'une personne : il ne vaut plus, tout de suite.</summary>
    public async Task RetirerLienAsync(Acteur acteur, ConvocationId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var (_, convocation) = await contexte.ConvocationAGererAsync(acteur, id, jeton);
                await LiensDeConvocation.RevoquerAsync(contexte, acteur, id, horloge.Maintenant, jeton);
                convocation.RetirerLien();
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>Rappelle la réunion à ceux qui n'ont pas répondu ; la convocation, déjà adressée, garde sa date.</summary>
    /// <returns>Le nombre de personnes relancées.</returns>
    public async Task<int> RelancerAsync(Acteur acteur, SeanceId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var seance = await contexte.SeanceAGererAsync(acteur, id, jeton);
                var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, jeton);
                var cadre = await message.CadreAsync(contexte, acteur, seance, commission, jeton);
                var modele = await message.LireAsync(CourrielsDeCommission.Rappel, jeton);
                var numero = seance.NumeroDeConvocation;
                var muettes = await contexte
                    .Convocations.AsNoTracking()
                    .Where(c => c.Seance == id && c.Numero == numero && c.Reponse == null && c.Courriel != null && !c.LienRetire)
                    .ToListAsync(jeton);
                foreach (var convocation in muettes)
                {
                    // The secret of the first link is nowhere: the reminder carries a second one, as personal.
                    var emis = LiensDeConvocation.Emettre(liens, contexte, acteur, seance, convocation, cadre.ExpireLe);
                    FileDeCourriels.Deposer(
                        contexte,
                        message.Ecrire(modele, seance, convocation, cadre, emis.Jeton) with
                        {
                            Ics = null,
                            Lien = emis.Lien.Id,
                        },
                        horloge.Maintenant
                    );
                }

                await contexte.SaveChangesAsync(jeton);
                return muettes.Count;
            },
            annulation
        );
    }

    /// <summary>Annule une séance qui n'a pas commencé ; chacun en est averti, l'agenda la retire.</summary>
    /// <returns>La phrase qui le dit, avec ceux qui restent à prévenir faute de courriel.</returns>
    public async Task<string> AnnulerAsync(
        Acteur acteur,
        SeanceId id,
        int versionLue,
        string? motif,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var seance = await contexte.SeanceAGererAsync(acteur, id, jeton);
                contexte.ExigerVersion(seance, versionLue);
                seance.Annuler(motif);
                var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, jeton);
                var cadre = await message.CadreAsync(contexte, acteur, seance, commission, jeton);
                var modele = await message.LireAsync(CourrielsDeCommission.Annulation, jeton);
                // Whoever was convened once and no longer sits still has the meeting in the agenda.
                var convocations = (
                    await contexte
                        .Convocations.AsNoTracking()
                        .Where(c => c.Seance == id)
                        .OrderByDescending(c => c.Numero)
                        .ToListAsync(jeton)
                )
                    .DistinctBy(c => (c.Personne, c.Courriel))
                    .ToList();
                foreach (var convocation in convocations.Where(c => c.Courriel is not null))
                {
                    FileDeCourriels.Deposer(contexte, message.Annuler(modele, seance, convocation, cadre), horloge.Maintenant);
                }

                await LiensDeConvocation.RevoquerTousAsync(contexte, acteur, id, horloge.Maintenant, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return EntreesDAgenda.DireQuiReste(
                    convocations.Count == 0
                        ? "La séance est annulée ; personne n'y était encore convoqué."
                        : "La séance est annulée ; les personnes convoquées en sont averties.",
                    [.. convocations.Where(c => c.Courriel is null).Select(c => c.Nom)]
                );
            },
            annulation
        );
    }
}

using CdgMarches.App.Courriels;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Liens;
using CdgMarches.Database;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Commissions;

/// <summary>
/// Envoie les convocations, ou les rectificatives : à tous, titulaires, suppléants et invités, chacun avec son lien personnel
/// (RG2.13). Le courriel part de la file, avec l'invitation d'agenda ; qui n'en a pas reçoit un courrier, à constater ensuite.
/// </summary>
public sealed class ConvoquerSeance(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LiensPersonnels liens,
    MessageDeConvocation message
)
{
    public async Task<string> ExecuterAsync(
        Acteur acteur,
        SeanceId id,
        int versionLue,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var (seance, commission, (composition, sansSiege)) = await LireAsync(contexte, acteur, id, versionLue, jeton);

                seance.Convoquer(horloge.Aujourdhui, composition, sansSiege, motif);

                await LiensDeConvocation.RevoquerTousAsync(contexte, acteur, id, horloge.Maintenant, jeton);
                var tous = Destinataire.Tous(composition, seance.Invites);
                return Phrase(
                    "Les convocations sont parties",
                    await AdresserAsync(contexte, acteur, seance, commission, tous, jeton)
                );
            },
            annulation
        );
    }

    /// <summary>Convoque ceux qui siègent ou sont invités depuis l'envoi, sans refaire les autres convocations (RG2.11, RG2.13).</summary>
    /// <returns>La phrase qui le dit.</returns>
    public async Task<string> CompleterAsync(
        Acteur acteur,
        SeanceId id,
        int versionLue,
        string? motif = null,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var (seance, commission, (composition, _)) = await LireAsync(contexte, acteur, id, versionLue, jeton);
                var suivis = await contexte.SuivisAsync(seance, horloge, jeton);
                var oublies = suivis.SansConvocation(composition, seance.Invites);
                seance.Completer(horloge.Aujourdhui, oublies, motif);
                var parCourrier = await AdresserAsync(contexte, acteur, seance, commission, oublies, jeton);
                return Phrase($"{Formats.Compter(oublies.Count, "personne convoquée", "personnes convoquées")}", parCourrier);
            },
            annulation
        );
    }

    /// <summary>Renvoie la convocation d'une personne : le devoir d'adresser renaît quand elle n'est pas parvenue (RG2.15).</summary>
    public async Task RenvoyerAsync(Acteur acteur, ConvocationId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererCommissions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var (seance, convocation) = await contexte.ConvocationAGererAsync(acteur, id, jeton);
                if (convocation.Courriel is null)
                {
                    throw new RefusException(
                        $"{convocation.Nom} n'a pas de courriel : imprimez son courrier et constatez l'envoi."
                    );
                }

                var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, jeton);
                await LiensDeConvocation.RevoquerAsync(contexte, acteur, id, horloge.Maintenant, jeton);
                Envoyer(
                    contexte,
                    acteur,
                    seance,
                    convocation,
                    await message.CadreAsync(contexte, acteur, seance, commission, jeton),
                    await message.ModeleAsync(seance, jeton)
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }

    /// <summary>La séance que l'agent a sous les yeux, sa commission et la composition de celle-ci le jour de la séance.</summary>
    private static async Task<(Seance Seance, Commission Commission, CompositionDuJour Composition)> LireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        SeanceId id,
        int versionLue,
        CancellationToken annulation
    )
    {
        var seance = await contexte.SeanceAGererAsync(acteur, id, annulation);
        contexte.ExigerVersion(seance, versionLue);
        var commission = await contexte.Commissions.AsNoTracking().SingleAsync(c => c.Id == seance.Commission, annulation);
        return (seance, commission, await contexte.ComposerAsync(commission, seance.Date, annulation));
    }

    private static string Phrase(string fait, int parCourrier) =>
        parCourrier == 0
            ? $"{fait}."
            : $"{fait} ; {Formats.Compter(parCourrier, "courrier")} à imprimer et à poster avant la date limite.";

    /// <summary>Écrit la convocation de chacun et dépose les courriels.</summary>
    /// <returns>Le nombre de courriers à poster.</returns>
    private async Task<int> AdresserAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Seance seance,
        Commission commission,
        IReadOnlyList<Destinataire> destinataires,
        CancellationToken annulation
    )
    {
        var cadre = await message.CadreAsync(contexte, acteur, seance, commission, annulation);
        var modele = await message.ModeleAsync(seance, annulation);
        foreach (var destinataire in destinataires)
        {
            var convocation = Convocation.Preparer(seance.Id, seance.NumeroDeConvocation, destinataire);
            contexte.Add(convocation);
            if (destinataire.Courriel is not null)
            {
                Envoyer(contexte, acteur, seance, convocation, cadre, modele);
            }
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return destinataires.Count(d => d.Courriel is null);
    }

    private void Envoyer(
        MarchesDbContext contexte,
        Acteur acteur,
        Seance seance,
        Convocation convocation,
        CadreDeConvocation cadre,
        ModeleEnVigueur modele
    )
    {
        var emis = LiensDeConvocation.Emettre(liens, contexte, acteur, seance, convocation, cadre.ExpireLe);
        var envoi = FileDeCourriels.Deposer(
            contexte,
            message.Ecrire(modele, seance, convocation, cadre, emis.Jeton) with
            {
                Lien = emis.Lien.Id,
            },
            horloge.Maintenant
        );
        convocation.Deposer(envoi.Id, emis.Lien.Id, horloge.Aujourdhui, horloge.Maintenant);
    }
}

/// <summary>Les liens personnels d'une séance : un par personne, pour cette séance seulement, retirables.</summary>
internal static class LiensDeConvocation
{
    public const string Usage = "convocation";

    public static LienEmis Emettre(
        LiensPersonnels liens,
        MarchesDbContext contexte,
        Acteur acteur,
        Seance seance,
        Convocation convocation,
        DateTimeOffset expireLe
    ) =>
        liens.Emettre(
            contexte,
            acteur,
            new DemandeDeLien(
                Usage,
                nameof(Domain.Commissions.Convocation),
                convocation.Id.Valeur,
                convocation.Nom,
                expireLe,
                EstAUsageUnique: false
            )
        );

    public static async Task RevoquerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ConvocationId id,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var cible = id.Valeur;
        await contexte
            .LiensPersonnels.Where(l => l.Usage == Usage && l.CibleId == cible && l.RevoqueLe == null)
            .ExecuteUpdateAsync(
                l => l.SetProperty(x => x.RevoqueLe, instant).SetProperty(x => x.RevoquePar, acteur.Nom),
                annulation
            );
    }

    /// <summary>Retire les liens de toutes les convocations d'une séance : la rectificative en porte de nouveaux.</summary>
    public static async Task RevoquerTousAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        SeanceId seance,
        DateTimeOffset instant,
        CancellationToken annulation
    )
    {
        var liens = await contexte
            .Convocations.Where(c => c.Seance == seance && c.Lien != null)
            .Select(c => c.Lien!.Value)
            .ToListAsync(annulation);
        await contexte
            .LiensPersonnels.Where(l => liens.Contains(l.Id) && l.RevoqueLe == null)
            .ExecuteUpdateAsync(
                l => l.SetProperty(x => x.RevoqueLe, instant).SetProperty(x => x.RevoquePar, acteur.Nom),
                annulation
            );
    }

    /// <exception cref="DroitManquantException">La convocation n'existe pas ou n'est pas du périmètre.</exception>
    public static async Task<(Seance Seance, Convocation Convocation)> ConvocationAGererAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        ConvocationId id,
        CancellationToken annulation
    )
    {
        var permises = contexte.SeancesVisibles(acteur).Select(s => s.Id);
        var convocation =
            await contexte.Convocations.SingleOrDefaultAsync(c => c.Id == id && permises.Contains(c.Seance), annulation)
            ?? throw new DroitManquantException(Droits.GererCommissions);
        return (await contexte.SeanceAGererAsync(acteur, convocation.Seance, annulation), convocation);
    }
}

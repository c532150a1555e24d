using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Signe le marché d'un lot attribué : la suspension est passée, l'autorisation donnée, aucun référé (RG4.40).</summary>
/// <remarks>Le marché s'ouvre ici, numéroté dans la même transaction que la signature est constatée sur le lot.</remarks>
public sealed class SignerMarche(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    public async Task<MarcheId> ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        int lot,
        DateOnly jour,
        AttributionDeMarche attribution,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var procedure = await contexte.ProcedureAsync(acteur, id, jeton);
                contexte.ExigerVersion(procedure, versionLue);
                var cible = procedure.LotDe(lot);
                var analyse = await contexte
                    .Analyses.AsNoTracking()
                    .SingleOrDefaultAsync(a => a.Procedure == id && a.Lot == lot, jeton);
                Verdict
                    .De(
                        new LotAttribue(lot, cible.Issue),
                        new EvincesInformes(
                            procedure.ReleveDeLaCao ? [.. (analyse?.ARejeter ?? []).Select(o => o.Entreprise)] : []
                        ),
                        new AttestationsFournies(
                            analyse?.Retenue is not { } r || analyse.OffreDe(r).AttestationsRecuesLe is not null
                        )
                    )
                    .Et(
                        procedure.PeutConstater(
                            EtapeDeProcedure.Signature,
                            lot,
                            jour,
                            horloge.Aujourdhui,
                            await SuspensionAsync(analyse, jeton)
                        )
                    )
                    .Exiger();
                var reference = await contexte.ReferenceAsync("MAR", attribution.Jour.Year, jeton);
                var marche = Marche.Attribuer(reference, procedure, cible, attribution);
                var (delais, inconnus) = (await faits.DelaisAsync(jeton), new Inconnus());
                marche.Signer(
                    jour,
                    inconnus.Lire(() => delais.TransmissionAuPlusTard(jour))?.Date,
                    marche.Forme?.EstFormalisee() is true
                        ? inconnus.Lire(() => delais.AvisDAttributionAuPlusTard(jour))?.Date
                        : null
                );
                contexte.Add(marche);
                procedure.Constater(
                    EtapeDeProcedure.Signature,
                    lot,
                    jour,
                    horloge.Aujourdhui,
                    reference,
                    await SuspensionAsync(analyse, jeton)
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return marche.Id;
            },
            annulation
        );
    }

    /// <summary>La suspension à respecter ; null quand tous les évincés ne sont pas informés ou qu'il n'y en a pas (R2182-2).</summary>
    private async Task<SuspensionDeSignature?> SuspensionAsync(AnalyseDeLot? analyse, CancellationToken annulation) =>
        analyse?.Rejets is { } rejets
            ? (await faits.DelaisAsync(annulation)).Suspension(
                rejets.DernierEnvoi,
                rejets.ToutElectronique,
                await faits.ZoneAsync(annulation)
            )
            : null;
}

/// <summary>Transmet, puis notifie un marché signé ; le lot avance avec lui.</summary>
public sealed class NotifierMarche(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    public async Task TransmettreAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        DateOnly jour,
        string? accuse,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        contexte.ExigerVersion(marche, versionLue);
        var procedure = await contexte.ProcedureAsync(acteur, marche.Procedure, annulation);

        marche.Transmettre(jour);
        procedure.Constater(EtapeDeProcedure.Transmission, marche.Lot, jour, horloge.Aujourdhui, accuse);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Notifie ; à la dernière notification d'une procédure dont chaque lot a une issue, elle se termine (RG1.21).</summary>
    public async Task NotifierAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        DateOnly jour,
        DateOnly debut,
        string? accuse,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        contexte.ExigerVersion(marche, versionLue);
        var procedure = await contexte.ProcedureAsync(acteur, marche.Procedure, annulation);

        var (delais, inconnus) = (await faits.DelaisAsync(annulation), new Inconnus());
        marche.Notifier(
            jour,
            debut,
            marche.TransmisLe is null && await TransmissionRequiseAsync(procedure, marche, annulation),
            inconnus.Lire(() =>
                new AlertesDuMarche(
                    delais.Entier(CodesDeDelai.RecensementSuivant, jour),
                    delais.Entier(CodesDeDelai.AlerteDeReconduction, jour)
                )
            ),
            inconnus.Lire(() => delais.DonneesEssentiellesAuPlusTard(jour))?.Date
        );
        procedure.Constater(EtapeDeProcedure.Notification, marche.Lot, jour, horloge.Aujourdhui, accuse);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <exception cref="RegleMetierException">Un seuil n'est pas connu à l'une des deux dates : l'application ne devine pas.</exception>
    internal async Task<bool> TransmissionRequiseAsync(Procedure procedure, Marche marche, CancellationToken annulation)
    {
        var lancement = procedure.LanceeLe ?? marche.AttribueLe;
        return (await faits.SeuilsAsync(annulation))
            .ProposerTransmission(procedure.ValeurDuBesoin, lancement, marche.SigneLe)
            .EstRequise;
    }
}

using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Un acte de l'exécution d'un marché.</summary>
public abstract record ActeDExecution
{
    private ActeDExecution() { }

    public sealed record Reconduit(int Numero, bool EstReconduit, DateOnly Jour, string? Motif) : ActeDExecution;

    public sealed record Modifie(ProjetDAvenant Projet) : ActeDExecution;

    public sealed record RecoitUnSousTraitant(DemandeDeSousTraitance Demande) : ActeDExecution;

    public sealed record DecideDuSousTraitant(int Numero, bool Agree, DateOnly Jour, string? Motif) : ActeDExecution;

    /// <summary>Un acte de sous-traitance change de montant ou de durée.</summary>
    public sealed record ModifieUnSousTraitant(int Numero, DateOnly Jour, MontantHt? Montant, int? DureeEnMois) : ActeDExecution;

    public sealed record NoteUneAttestation(string? Nature, DateOnly ExpireLe) : ActeDExecution;

    public sealed record ReviseLesPrix(DateOnly Le, string? Indice, decimal Coefficient, DateOnly? Prochaine = null)
        : ActeDExecution;

    public sealed record Resilie(DateOnly Jour, CasDeResiliation Cas, string? Motif) : ActeDExecution;

    public sealed record Termine : ActeDExecution;

    public sealed record RenseigneLesDonnees(SaisieDeDonneesEssentielles Saisie) : ActeDExecution;

    public sealed record PublieLesDonnees(DateOnly Jour) : ActeDExecution;

    /// <summary>Constate sur le lot une étape qui suit la notification : avis d'attribution.</summary>
    public sealed record Constate(EtapeDeProcedure Etape, DateOnly Jour, string? Precision) : ActeDExecution;
}

/// <summary>Accomplit un acte de l'exécution d'un marché du périmètre.</summary>
public sealed class ExecuterMarche(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        int versionLue,
        ActeDExecution acte,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        contexte.ExigerVersion(marche, versionLue);
        switch (acte)
        {
            case ActeDExecution.Reconduit a:
                marche.DeciderReconduction(a.Numero, a.EstReconduit, a.Jour, a.Motif);
                break;
            case ActeDExecution.Modifie a:
                marche.Modifier(a.Projet, await PlafondsAsync(faits, marche, a.Projet.SigneLe, annulation));
                break;
            case ActeDExecution.RecoitUnSousTraitant a:
                var delais = await faits.DelaisAsync(annulation);
                marche.RecevoirSousTraitant(
                    a.Demande,
                    delais.AgrementDuSousTraitant(a.Demande.RecueLe),
                    MontantTtc.DEuros(delais.Nombre(CodesDeDelai.PaiementDirect, a.Demande.RecueLe)),
                    delais.Entier(CodesDeDelai.AlerteDuSousTraitant, a.Demande.RecueLe)
                );
                break;
            case ActeDExecution.DecideDuSousTraitant a:
                marche.DeciderSousTraitant(a.Numero, a.Agree, a.Jour, a.Motif);
                break;
            case ActeDExecution.ModifieUnSousTraitant a:
                var saisie = SaisieDeDonneesEssentielles.De(marche.DonneesEssentielles);
                var modification = marche.ModifierSousTraitant(a.Numero, a.Jour, a.Montant, a.DureeEnMois);
                marche.RenseignerLesDonneesEssentielles(
                    (
                        saisie with
                        {
                            ModificationsDeSousTraitance = [.. saisie.ModificationsDeSousTraitance, modification],
                        }
                    ).EnJson()
                );
                break;
            case ActeDExecution.NoteUneAttestation a:
                marche.NoterAttestation(a.Nature, a.ExpireLe);
                break;
            case ActeDExecution.ReviseLesPrix a:
                marche.ReviserLesPrix(a.Le, a.Indice, a.Coefficient, a.Prochaine);
                break;
            case ActeDExecution.Resilie a:
                marche.Resilier(a.Jour, a.Cas, a.Motif);
                await SuivreAsync(contexte, acteur, marche, StatutDeLot.Resilie, annulation);
                break;
            case ActeDExecution.Termine:
                marche.Terminer(horloge.Aujourdhui);
                await SuivreAsync(contexte, acteur, marche, StatutDeLot.Termine, annulation);
                break;
            case ActeDExecution.RenseigneLesDonnees a:
                marche.RenseignerLesDonneesEssentielles(a.Saisie.EnJson());
                break;
            case ActeDExecution.PublieLesDonnees a:
                marche.PublierLesDonneesEssentielles(a.Jour);
                await ConstaterAsync(contexte, acteur, marche, EtapeDeProcedure.DonneesEssentielles, a.Jour, null, annulation);
                break;
            case ActeDExecution.Constate a:
                if (a.Etape is EtapeDeProcedure.AvisDAttribution)
                {
                    marche.NoterLAvisDAttribution(a.Jour);
                }

                await ConstaterAsync(contexte, acteur, marche, a.Etape, a.Jour, a.Precision, annulation);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Les plafonds des avenants en vigueur ce jour-là pour la nature de ce marché.</summary>
    internal static async Task<PlafondsDesAvenants> PlafondsAsync(
        FaitsDeProcedure faits,
        Marche marche,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var (delais, seuils) = (await faits.DelaisAsync(annulation), await faits.SeuilsAsync(annulation));
        seuils.PeutProposer(marche.Nature, jour).Exiger();
        return new PlafondsDesAvenants(
            delais.Nombre(
                marche.Nature is NatureDAchat.Travaux
                    ? CodesDeDelai.AvenantFaibleMontantTravaux
                    : CodesDeDelai.AvenantFaibleMontantFournituresServices,
                jour
            ),
            delais.Nombre(CodesDeDelai.AvenantMoitie, jour),
            delais.Nombre(CodesDeDelai.AvenantAvisDeLaCao, jour),
            seuils.Seuil(CodesDeSeuil.Formalisee(marche.Nature), jour)!.Value
        );
    }

    private static async Task SuivreAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Marche marche,
        StatutDeLot fin,
        CancellationToken annulation
    ) => (await contexte.ProcedureAsync(acteur, marche.Procedure, annulation)).SuivreLeMarche(marche.Lot, fin);

    private async Task ConstaterAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        Marche marche,
        EtapeDeProcedure etape,
        DateOnly jour,
        string? precision,
        CancellationToken annulation
    )
    {
        var procedure = await contexte.ProcedureAsync(acteur, marche.Procedure, annulation);
        procedure.Constater(etape, marche.Lot, jour, horloge.Aujourdhui, precision);
    }
}

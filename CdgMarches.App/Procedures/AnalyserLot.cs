using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Un acte de l'analyse d'un lot.</summary>
public abstract record ActeDAnalyse
{
    private ActeDAnalyse() { }

    public sealed record FixeLesCriteres(IReadOnlyList<(string? Intitule, decimal Poids)> Criteres) : ActeDAnalyse;

    /// <summary>Reprend du registre les plis recevables du lot.</summary>
    public sealed record ReprendLesPlis : ActeDAnalyse;

    public sealed record AjouteUneOffre(string? Entreprise, string? Siret, MontantHt? Montant) : ActeDAnalyse;

    public sealed record CorrigeLeMontant(int Offre, MontantHt? Montant) : ActeDAnalyse;

    public sealed record Note(int Offre, int Critere, decimal Valeur) : ActeDAnalyse;

    public sealed record Qualifie(int Offre, EtatDOffre Etat, string? Motif) : ActeDAnalyse;

    public sealed record DemandeDesPrecisions(int Offre, DateOnly Le) : ActeDAnalyse;

    public sealed record Negocie(DateOnly Invitation, DateOnly Limite) : ActeDAnalyse;

    public sealed record DemandeLesAttestations(DateOnly Le, DateOnly Avant) : ActeDAnalyse;

    public sealed record RecoitLesAttestations(DateOnly Le) : ActeDAnalyse;

    public sealed record PasseAuSuivant : ActeDAnalyse;

    public sealed record MetAuPoint(string? Texte, MontantHt? Montant, DateOnly Le, string? Motif) : ActeDAnalyse;

    public sealed record Rejette(int Offre, DateOnly Le, bool ParVoieElectronique, string? Motifs) : ActeDAnalyse;

    /// <summary>Le choix de l'organe compétent : la commission pour une procédure formalisée (RG2.01).</summary>
    public sealed record Choisit(int Offre, DateOnly Le, string? Acte, string? Motifs) : ActeDAnalyse;
}

/// <summary>Accomplit un acte de l'analyse d'un lot ; ce qui fait avancer le lot est constaté dans la même transaction.</summary>
/// <remarks>RG2.34 : rien n'est lisible ni écrit sur les offres avant l'ouverture des plis, et qui s'est déporté n'y accède plus.</remarks>
public sealed class AnalyserLot(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <param name="acteur">Celui qui agit.</param>
    /// <param name="id">La procédure.</param>
    /// <param name="lot">Le lot.</param>
    /// <param name="versionLue">La version de l'analyse à l'écran ; 0 si elle n'existait pas encore.</param>
    /// <param name="actes">Ce qui est fait, dans l'ordre, tout ou rien.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int lot,
        int versionLue,
        IReadOnlyList<ActeDAnalyse> actes,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        procedure.LotDe(lot);
        var registre = await contexte.Registres.SingleOrDefaultAsync(r => r.Procedure == id, annulation);
        AccesAuxOffres.Exiger(acteur, registre, lot);
        var analyse = await contexte.Analyses.SingleOrDefaultAsync(a => a.Procedure == id && a.Lot == lot, annulation);
        if (analyse is null)
        {
            analyse = new AnalyseDeLot(id, lot);
            contexte.Add(analyse);
        }
        else
        {
            contexte.ExigerVersion(analyse, versionLue);
        }

        foreach (var acte in actes)
        {
            Accomplir(procedure, registre, analyse, acte);
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private void Accomplir(Procedure procedure, Registre? registre, AnalyseDeLot analyse, ActeDAnalyse acte)
    {
        var (lot, jour) = (analyse.Lot, horloge.Aujourdhui);
        var ouverture = procedure.OffresOuvertesLe(horloge.Local(horloge.Maintenant));
        switch (acte)
        {
            case ActeDAnalyse.FixeLesCriteres a:
                analyse.FixerLesCriteres(a.Criteres);
                break;
            case ActeDAnalyse.ReprendLesPlis:
                foreach (
                    var pli in (registre?.Recevables(lot) ?? []).Where(p => analyse.Offres.All(o => o.Entreprise != p.Entreprise))
                )
                {
                    analyse.AjouterOffre(ouverture, pli.Entreprise, pli.Siret, null);
                }

                break;
            case ActeDAnalyse.AjouteUneOffre a:
                analyse.AjouterOffre(ouverture, a.Entreprise, a.Siret, a.Montant);
                break;
            case ActeDAnalyse.CorrigeLeMontant a:
                analyse.CorrigerMontant(a.Offre, a.Montant);
                break;
            case ActeDAnalyse.Note a:
                analyse.Noter(a.Offre, a.Critere, a.Valeur);
                break;
            case ActeDAnalyse.Qualifie a:
                analyse.Qualifier(a.Offre, a.Etat, a.Motif);
                break;
            case ActeDAnalyse.DemandeDesPrecisions a:
                analyse.DemanderDesPrecisions(a.Offre, a.Le);
                break;
            case ActeDAnalyse.Negocie a:
                analyse.Negocier(procedure.Forme, a.Invitation, a.Limite);
                break;
            case ActeDAnalyse.DemandeLesAttestations a:
                analyse.DemanderLesAttestations(a.Le, a.Avant);
                break;
            case ActeDAnalyse.RecoitLesAttestations a:
                analyse.RecevoirLesAttestations(a.Le);
                procedure.Constater(EtapeDeProcedure.Attestations, lot, a.Le, jour);
                break;
            case ActeDAnalyse.PasseAuSuivant:
                analyse.PasserAuSuivant(jour);
                procedure.RetirerLeChoix(lot);
                break;
            case ActeDAnalyse.MetAuPoint a:
                analyse.MettreAuPoint(a.Texte, a.Montant, a.Le, a.Motif);
                break;
            case ActeDAnalyse.Rejette a:
                analyse.Rejeter(a.Offre, a.Le, a.ParVoieElectronique, a.Motifs);
                if (analyse.Rejets is { } rejets)
                {
                    procedure.Constater(EtapeDeProcedure.Rejets, lot, rejets.DernierEnvoi, jour);
                }

                break;
            case ActeDAnalyse.Choisit a:
                analyse.Choisir(a.Offre, a.Le, jour, a.Acte, procedure.ReleveDeLaCao, a.Motifs);
                procedure.DonnerIssue(lot, IssueDeLot.Attribue, a.Le, jour, a.Acte);
                break;
        }
    }
}

/// <summary>Qui lit les offres : les gestionnaires de procédures, sauf qui s'est déporté du lot (RG2.32, RG2.34).</summary>
internal static class AccesAuxOffres
{
    public static bool EstDeporte(Acteur acteur, Registre? registre, int lot) =>
        registre?.Deports.Any(d => (d.Lot is null || d.Lot == lot) && CleDeTri.De(d.Personne) == CleDeTri.De(acteur.Nom)) is true;

    /// <exception cref="DroitManquantException">L'acteur s'est déporté de ce lot.</exception>
    public static void Exiger(Acteur acteur, Registre? registre, int lot)
    {
        if (EstDeporte(acteur, registre, lot))
        {
            throw new DroitManquantException(Droits.GererProcedures);
        }
    }
}

using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Un acte de la conduite d'une procédure.</summary>
public abstract record ActeDeProcedure
{
    private ActeDeProcedure() { }

    public sealed record Choisit(ChoixDeProcedure Choix) : ActeDeProcedure;

    public sealed record Constate(EtapeDeProcedure Etape, int? Lot, DateOnly Jour, string? Precision = null, string? Motif = null)
        : ActeDeProcedure;

    public sealed record Retire(EtapeDeProcedure Etape, int? Lot) : ActeDeProcedure;

    public sealed record DonneIssue(int Lot, IssueDeLot Issue, DateOnly Jour, string? Motif) : ActeDeProcedure;

    public sealed record Prevoit(EtapeDeProcedure Etape, DateOnly? Jour, bool Decaler) : ActeDeProcedure;

    /// <summary>Une première frise depuis la publication prévue.</summary>
    public sealed record PrevoitTout(DateOnly Publication) : ActeDeProcedure;

    public sealed record FixeLaLimite(DateTime Limite, string? Motif) : ActeDeProcedure;

    public sealed record SaisitLeJuge(DateOnly Jour) : ActeDeProcedure;

    public sealed record RecoitLaDecision(DateOnly Jour) : ActeDeProcedure;

    public sealed record ProposeLesPieces : ActeDeProcedure;

    public sealed record AjoutePiece(string? Nom, string? Responsable) : ActeDeProcedure;

    public sealed record ValidePiece(int Numero) : ActeDeProcedure;

    public sealed record SupprimePiece(int Numero) : ActeDeProcedure;

    public sealed record ValideLeDossier : ActeDeProcedure;

    public sealed record NoteUnAvis(SupportDAvis Support, string? Objet, DateOnly Jour, string? Reference, string? Motif)
        : ActeDeProcedure;

    public sealed record NoteUneParution(int Avis, DateOnly Le, string? Motif) : ActeDeProcedure;

    /// <summary>Invite les candidats retenus ; d'un commun accord avec eux tous, aucun délai minimal ne court (R2161-8).</summary>
    public sealed record Invite(DateOnly Invitation, DateTime Limite, bool DUnCommunAccord, string? Motif) : ActeDeProcedure;
}

/// <summary>Accomplit un acte de la conduite d'une procédure du périmètre.</summary>
public sealed class ConduireProcedure(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        ActeDeProcedure acte,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        contexte.ExigerVersion(procedure, versionLue);
        var jour = horloge.Aujourdhui;

        switch (acte)
        {
            case ActeDeProcedure.Choisit c:
                procedure.Choisir(c.Choix);
                break;
            case ActeDeProcedure.Constate c:
                procedure.Constater(c.Etape, c.Lot, c.Jour, jour, c.Precision, null, c.Motif);
                break;
            case ActeDeProcedure.Retire c:
                procedure.Retirer(c.Etape, c.Lot);
                break;
            case ActeDeProcedure.DonneIssue c:
                procedure.DonnerIssue(c.Lot, c.Issue, c.Jour, jour, c.Motif);
                break;
            case ActeDeProcedure.Prevoit c:
                procedure.Prevoir(c.Etape, c.Jour, c.Decaler);
                break;
            case ActeDeProcedure.PrevoitTout c:
                var minimum = await faits.ReceptionAsync(procedure, c.Publication, annulation);
                procedure.PrevoirParDefaut(
                    c.Publication,
                    DateOnly.FromDateTime(minimum?.PasAvant ?? c.Publication.AddDays(21).ToDateTime(TimeOnly.MinValue)),
                    procedure.ReleveDeLaCao
                );
                break;
            case ActeDeProcedure.FixeLaLimite c:
                procedure.FixerLaLimite(
                    c.Limite,
                    await faits.ReceptionAsync(procedure, Envoi(procedure, jour), annulation),
                    c.Motif
                );
                await TrierLesPlisAsync(contexte, procedure, annulation);
                break;
            case ActeDeProcedure.SaisitLeJuge c:
                procedure.SaisirLeJuge(c.Jour, jour);
                break;
            case ActeDeProcedure.RecoitLaDecision c:
                procedure.RecevoirLaDecisionDuJuge(c.Jour, jour);
                break;
            case ActeDeProcedure.ProposeLesPieces:
                procedure.ProposerLesPieces();
                break;
            case ActeDeProcedure.AjoutePiece c:
                procedure.AjouterPiece(c.Nom, c.Responsable);
                break;
            case ActeDeProcedure.ValidePiece c:
                procedure.ValiderPiece(c.Numero, jour);
                break;
            case ActeDeProcedure.SupprimePiece c:
                procedure.SupprimerPiece(c.Numero);
                break;
            case ActeDeProcedure.ValideLeDossier:
                procedure.ValiderLeDossier(jour, jour);
                break;
            case ActeDeProcedure.NoteUnAvis c:
                procedure.EnvoyerUnAvis(c.Support, c.Objet, c.Jour, jour, c.Reference, c.Motif);
                break;
            case ActeDeProcedure.NoteUneParution c:
                procedure.PublierUnAvis(c.Avis, c.Le, jour, c.Motif);
                break;
            case ActeDeProcedure.Invite c:
                procedure.Inviter(
                    c.Invitation,
                    c.Limite,
                    c.DUnCommunAccord && procedure.Forme is FormeDeProcedure.AppelDOffresRestreint
                        ? null
                        : await faits.ReceptionDesOffresAsync(procedure, c.Invitation, annulation),
                    jour,
                    c.Motif
                );
                await TrierLesPlisAsync(contexte, procedure, annulation);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Le jour d'où le délai se compte : l'envoi de l'avis, sinon la publication prévue, sinon aujourd'hui.</summary>
    internal static DateOnly Envoi(Procedure procedure, DateOnly aujourdhui) =>
        procedure.LanceeLe ?? procedure.Jalons.FirstOrDefault(j => j.Etape == EtapeDeProcedure.Publication)?.Prevu ?? aujourdhui;

    private static async Task TrierLesPlisAsync(MarchesDbContext contexte, Procedure procedure, CancellationToken annulation)
    {
        if (await contexte.Registres.SingleOrDefaultAsync(r => r.Procedure == procedure.Id, annulation) is { } registre)
        {
            registre.Trier(procedure.Limites);
        }
    }
}

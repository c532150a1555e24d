using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Un changement d'un dossier d'adhésion.</summary>
public abstract record ChangementDeDossier
{
    private ChangementDeDossier() { }

    public sealed record Prestations(IReadOnlyCollection<PrestationId> Choisies) : ChangementDeDossier;

    public sealed record Deliberation(ActeDeliberatif Acte) : ChangementDeDossier;

    public sealed record Formalites(FormalitesDAdhesion Dates) : ChangementDeDossier;

    public sealed record Attente(DateOnly? AttenduLe) : ChangementDeDossier;

    public sealed record PieceValidee(Guid Piece) : ChangementDeDossier;

    public sealed record PieceSansObjet(Guid Piece, bool SansObjet, string? Motif = null) : ChangementDeDossier;

    public sealed record Correction(Guid Piece, string? Texte) : ChangementDeDossier;

    public sealed record AvenantLie(AvenantDeConventionId Avenant) : ChangementDeDossier;

    public sealed record Fermeture(bool Decline, string? Motif) : ChangementDeDossier;
}

/// <summary>Change un dossier d'adhésion. Une collectivité choisit, date sa délibération ou renonce ; le reste est au CDG.</summary>
public sealed class ModifierDossier(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId id,
        int versionLue,
        ChangementDeDossier changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(
            !acteur.Perimetre.EstCdg
            && changement
                is (
                    ChangementDeDossier.Prestations
                    or ChangementDeDossier.Deliberation
                    or ChangementDeDossier.Fermeture { Decline: true }
                )
                ? Droits.Espace
                : Droits.GererGroupements
        );
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte.DossierAsync(acteur, id, annulation);
        contexte.ExigerVersion(dossier, versionLue);
        var (jour, nom) = (horloge.Aujourdhui, await contexte.NomAsync(dossier.Collectivite, annulation));

        switch (changement)
        {
            case ChangementDeDossier.Prestations c:
                var groupement = await contexte.Groupements.SingleAsync(g => g.Id == dossier.Groupement, annulation);
                dossier.Choisir(
                    [.. c.Choisies.Select(groupement.PrestationDe).Where(p => !p.EstRetiree).Select(p => p.Id)],
                    await contexte.FenetreAsync(groupement, jour, annulation),
                    jour
                );
                break;
            case ChangementDeDossier.Deliberation c:
                dossier.Deliberer(c.Acte with { Piece = dossier.Deliberation.Piece }, jour);
                break;
            case ChangementDeDossier.Formalites c:
                dossier.Dater(c.Dates, nom, await contexte.TexteDeLAdhesionAsync(dossier, annulation), jour);
                break;
            case ChangementDeDossier.Attente c:
                dossier.Attendre(c.AttenduLe);
                break;
            case ChangementDeDossier.PieceValidee c:
                dossier.ValiderPiece(c.Piece);
                break;
            case ChangementDeDossier.PieceSansObjet c:
                dossier.MettreSansObjet(c.Piece, c.SansObjet, c.Motif);
                break;
            case ChangementDeDossier.Correction c:
                dossier.DemanderCorrection(c.Piece, c.Texte, jour);
                await PrevenirAsync(contexte, dossier, c, annulation);
                break;
            case ChangementDeDossier.AvenantLie c:
                if (
                    !await contexte.AvenantsDeConvention.AnyAsync(
                        a => a.Id == c.Avenant && a.Groupement == dossier.Groupement && a.Collectivite == dossier.Collectivite,
                        annulation
                    )
                )
                {
                    throw new RefusException(
                        "Cet avenant n'est pas celui de cette collectivité. Rien n'a été modifié ; choisissez-en un autre."
                    );
                }

                dossier.Rattacher(c.Avenant);
                break;
            case ChangementDeDossier.Fermeture c:
                dossier.Fermer(c.Decline, c.Motif);
                break;
        }

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private async Task PrevenirAsync(
        MarchesDbContext contexte,
        DossierDAdhesion dossier,
        ChangementDeDossier.Correction correction,
        CancellationToken annulation
    )
    {
        var piece = dossier.Pieces.Single(p => p.Id == correction.Piece).Libelle;
        await informer.DeposerAsync(
            contexte,
            [dossier.Collectivite],
            new Information(
                dossier.Groupement,
                nameof(DossierDAdhesion),
                dossier.Id.Valeur,
                CourrielsDeGroupement.Correction,
                new Dictionary<string, string> { ["piece"] = piece, ["correction"] = correction.Texte?.Trim() ?? "" }
            )
            {
                Chemin = _ => AdressesDesDossiers.PourLeMembre(dossier.Id),
            },
            annulation
        );
    }
}

/// <summary>Dépose une pièce d'un dossier : par un agent du CDG, ou par un utilisateur de la collectivité.</summary>
public sealed class DeposerPiece(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        DossierDAdhesionId id,
        int versionLue,
        Guid piece,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererGroupements : Droits.Espace);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte.DossierAsync(acteur, id, annulation);
        contexte.ExigerVersion(dossier, versionLue);
        dossier.PeutRecevoir(piece).Exiger();
        var stockee = await magasin.DeposerAsync(contexte, contenu, nom, acteur, TypesMime.Actes, annulation);
        dossier.Recevoir(piece, stockee.Id, horloge.Aujourdhui);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Relance les collectivités dont le dossier est ouvert : un courriel à chacune, par la file.</summary>
public sealed class RelancerDossiers(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    /// <returns>Combien ont été relancées, et combien n'ont aucune adresse.</returns>
    public async Task<(int Relancees, int SansAdresse)> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        IReadOnlyCollection<DossierDAdhesionId> dossiers,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        AccesAuxConventions.ExigerPerimetre(acteur, groupement);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var (nom, etat) = await contexte
                    .Groupements.Where(g => g.Id == groupement)
                    .Select(g => new ValueTuple<string, EtatDuGroupement>(
                        AppellationDuGroupement.AvecMillesime(g.Nom, g.Millesime),
                        g.Etat
                    ))
                    .SingleAsync(jeton);
                Verdict.De(new GroupementNonClos(etat)).Exiger();
                var visees = await contexte
                    .DossiersDAdhesion.Where(d => d.Groupement == groupement && dossiers.Contains(d.Id))
                    .Where(d => d.Etat == EtatDAdhesion.Invitee || d.Etat == EtatDAdhesion.EnCours)
                    // Who has sent everything waits for the CDG, not the other way round.
                    .Where(d =>
                        !d.Choix.Any()
                        || d.Deliberation.PublieeLe == null
                        || d.Deliberation.TransmiseLe == null
                        || d.SigneeParLeMembreLe == null
                        || d.Pieces.Any(p =>
                            p.Nature != NatureDePiece.AccuseDeReception
                            && (p.Etat == EtatDePiece.Attendue || p.Etat == EtatDePiece.ACorriger)
                        )
                    )
                    .Select(d => new
                    {
                        d.Collectivite,
                        d.Id,
                        d.Etat,
                    })
                    .ToDictionaryAsync(d => d.Collectivite, jeton);
                var sansAdresse = await informer.DeposerAsync(
                    contexte,
                    visees.Keys,
                    new Information(
                        groupement,
                        nameof(DossierDAdhesion),
                        groupement.Valeur,
                        CourrielsDeGroupement.Relance,
                        new Dictionary<string, string> { ["groupement"] = nom }
                    )
                    {
                        ObjetDe = membre => visees[membre].Id.Valeur,
                        Chemin = membre => AdressesDesDossiers.PourLeMembre(visees[membre].Id),
                        SansCompte = RepondreParLien.Inviter(
                            acteur,
                            CourrielsDeGroupement.RelanceSansCompte,
                            horloge.Maintenant,
                            membre => visees[membre] is { Etat: EtatDAdhesion.Invitee } invitee ? invitee.Id : null
                        ),
                    },
                    jeton
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return (visees.Count, sansAdresse);
            },
            annulation
        );
    }
}

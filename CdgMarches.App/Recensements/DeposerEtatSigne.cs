using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Valide par l'état des besoins signé, déposé par le membre ou par l'agent qui l'a reçu.</summary>
/// <remarks>La pièce s'enregistre avec la validation, ou pas du tout : une validation refusée ne laisse pas de papier signé.</remarks>
public sealed class DeposerEtatSigne(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    ValiderReponses valider
)
{
    /// <returns>Le numéro du reçu.</returns>
    public async Task<string> ExecuterAsync(
        Acteur acteur,
        IReadOnlyList<ReponseAValider> reponses,
        string? nom,
        string? qualite,
        string nomDuFichier,
        Stream contenu,
        CancellationToken annulation = default
    )
    {
        PieceStockee piece;
        await using (var contexte = await donnees.CreateDbContextAsync(annulation))
        {
            await valider.ExigerAsync(contexte, acteur, reponses, Signature(nom, qualite, Guid.Empty), annulation);
            piece = await magasin.DeposerAsync(contexte, contenu, nomDuFichier, acteur, TypesMime.PapiersSignes, annulation);
        }

        return await valider.ExecuterAsync(acteur, reponses, Signature(nom, qualite, piece.Id), piece, annulation);
    }

    private static SignatureDeReponse Signature(string? nom, string? qualite, Guid piece) =>
        new(ModeDeValidation.EtatSigne, nom ?? "", qualite ?? "", Piece: piece);
}

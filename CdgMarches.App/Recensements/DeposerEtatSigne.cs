using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements;

/// <summary>Valide par l'état des besoins signé, déposé par le membre ou par l'agent qui l'a reçu.</summary>
public sealed class DeposerEtatSigne(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    ValiderReponses valider
)
{
    private static readonly string[] Permis = [TypesMime.Pdf, TypesMime.Png, TypesMime.Jpeg];

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
        Guid piece;
        await using (var contexte = await donnees.CreateDbContextAsync(annulation))
        {
            await contexte.ReponsesAChangerAsync(acteur, Droits.SaisirRecensement, [.. reponses.Select(r => r.Id)], annulation);
            contexte.ChangeTracker.Clear();
            piece = (await magasin.DeposerAsync(contexte, contenu, nomDuFichier, acteur, Permis, annulation)).Id;
            await contexte.SaveChangesAsync(annulation);
        }

        return await valider.ExecuterAsync(
            acteur,
            reponses,
            new SignatureDeReponse(ModeDeValidation.EtatSigne, nom ?? "", qualite ?? "", Piece: piece),
            annulation
        );
    }
}

using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Dépose une version d'une pièce du dossier de consultation.</summary>
public sealed class DeposerPieceDuDce(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    MagasinDeFichiers magasin
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        ProcedureId id,
        int versionLue,
        int numero,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var procedure = await contexte.ProcedureAsync(acteur, id, annulation);
        contexte.ExigerVersion(procedure, versionLue);
        var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, annulation: annulation);
        procedure.DeposerPiece(numero, piece.Id, horloge.Aujourdhui);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

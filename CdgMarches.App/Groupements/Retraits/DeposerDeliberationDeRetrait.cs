using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Dépose la délibération de retrait, dont chaque membre recevra la copie (RG1.30).</summary>
public sealed class DeposerDeliberationDeRetrait(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        DossierDeRetraitId id,
        int versionLue,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte.RetraitAsync(acteur, id, annulation);
        contexte.ExigerVersion(dossier, versionLue);
        var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, TypesMime.Actes, annulation);
        dossier.Joindre(piece.Id);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

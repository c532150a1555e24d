using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Impression;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Membre;

/// <summary>La lettre d'un appel, pour la collectivité à qui il est adressé : en PDF si le serveur sait l'écrire, en Word sinon.</summary>
public sealed class LettreDuMembre(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    ChoisirModele choisir,
    PapierAEntete papier,
    ConvertirEnPdf convertir
)
{
    /// <returns>Le contenu, son nom et son type ; null si l'appel n'est pas d'une de ses collectivités, ou n'a pas été émis.</returns>
    public async Task<(byte[] Contenu, string Nom, string Type)?> ExecuterAsync(
        Acteur acteur,
        AppelDeContributionId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (
            await contexte
                .Appels.AsNoTracking()
                .SingleOrDefaultAsync(a => a.Id == id && a.Numero != null && siennes.Contains(a.Collectivite), annulation)
            is not { } appel
        )
        {
            return null;
        }

        var entete = await papier.LireAsync(annulation);
        var contenu = LettreDAppel.Donnees(
            appel,
            await LettreDAppel.CorrigesAsync(contexte, [appel], annulation),
            entete.Signataire
        );
        entete.Poser(contenu, acteur);
        var modele = await choisir.ExecuterAsync(
            contexte,
            catalogue.De(LettreDAppel.Nature),
            appel.Groupement,
            annulation: annulation
        );
        var docx = modele.Compile.Fusionner(contenu);
        return convertir.EstPossible
            ? (await convertir.ExecuterAsync(docx, annulation), Path.ChangeExtension(appel.NomDeLaPiece, ".pdf"), TypesMime.Pdf)
            : (docx, appel.NomDeLaPiece, TypesMime.Docx);
    }
}

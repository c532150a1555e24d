using CdgMarches.App.Documents;
using CdgMarches.App.Groupements;
using CdgMarches.App.Parametres;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Parametres;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Courriels;

/// <summary>Note ce que le coordonnateur doit transmettre aux membres d'un groupement (RG7.03).</summary>
public sealed class PreparerTransmission(
    IDbContextFactory<MarchesDbContext> donnees,
    LireDocumentsProduits lireDocuments,
    CatalogueDeDocuments catalogue,
    JoindreDocument joindre,
    LireParametres parametres,
    HorlogeLegale horloge
)
{
    /// <exception cref="RefusException">Le document est la lettre de quelqu'un qui n'est pas un membre.</exception>
    public async Task<TransmissionId> ExecuterAsync(
        Acteur acteur,
        GroupementId groupement,
        ContenuDeTransmission contenu,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        Transmission.PeutPreparer(contenu, horloge.Aujourdhui).Exiger();
        contenu = await AvecSonDocumentAsync(acteur, contenu, annulation);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        _ = await contexte.GroupementAsync(acteur, groupement, annulation);
        var zone = Enum.Parse<ZoneDeJoursFeries>(await parametres.ReglageAsync(ClesDeReglage.ZoneDeJoursFeries, annulation));
        var delai = (await parametres.ValeursAsync(annulation)).Delai(
            CodesDesCourriels.Transmission,
            contenu.RecueLe,
            groupement.Valeur
        );
        var transmission = Transmission.Preparer(
            groupement,
            contenu,
            JoursOuvres.Ajouter(contenu.RecueLe, delai, zone),
            horloge.Aujourdhui,
            acteur.Id == Guid.Empty ? null : acteur.Id
        );
        contexte.Transmissions.Add(transmission);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return transmission.Id;
    }

    /// <summary>Le groupement sous lequel transmettre ce qui n'en dit aucun : celui de la campagne, ou de la collectivité concernée.</summary>
    public async Task<GroupementId?> GroupementProposeAsync(
        Acteur acteur,
        string? objetType,
        Guid? objetId,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (objetType == nameof(CampagneDAppel))
        {
            var campagne = new CampagneDAppelId(objetId ?? Guid.Empty);
            return await contexte
                .CampagnesDAppel.DansLaLimite(acteur, c => c.Groupement)
                .Where(c => c.Id == campagne)
                .Select(c => c.Groupement)
                .SingleOrDefaultAsync(annulation);
        }

        return await contexte.ASeuleAsync(acteur, objetType, objetId, annulation) is [var membre]
            ? await contexte
                .Adhesions.DuPerimetre(acteur)
                .EnVigueur(horloge.Aujourdhui)
                .Where(a => a.Collectivite == membre)
                .OrderByDescending(a => a.Entree)
                .Select(a => (GroupementId?)a.Groupement)
                .FirstOrDefaultAsync(annulation)
            : null;
    }

    /// <summary>Un document produit se relit dans le périmètre ; il part en PDF quand le serveur sait le faire.</summary>
    private async Task<ContenuDeTransmission> AvecSonDocumentAsync(
        Acteur acteur,
        ContenuDeTransmission contenu,
        CancellationToken annulation
    )
    {
        if (contenu.ObjetType != nameof(DocumentProduit))
        {
            return contenu;
        }

        if (await lireDocuments.UnAsync(acteur, contenu.ObjetId ?? Guid.Empty, annulation) is not var (document, piece))
        {
            throw new DroitManquantException(Droits.GererGroupements);
        }

        if (catalogue.EstPourUnTiers(document.Nature, document.Collectivite))
        {
            throw new RefusException(
                $"{Typographie.Citer(document.Titre)} est adressé à quelqu'un qui n'est pas un membre : il ne se transmet pas aux membres. Rien n'a été préparé."
            );
        }

        return contenu.Piece == piece.Id
            ? contenu with
            {
                Piece = await joindre.ExecuterAsync(acteur, piece, annulation),
            }
            : contenu;
    }
}

using System.Security.Cryptography;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Bibliotheque;

/// <summary>Un fichier Word proposé comme modèle, et ce que sa lecture a trouvé.</summary>
/// <param name="Nom">Le nom du fichier sur le poste de l'agent.</param>
/// <param name="Contenu">Ses octets.</param>
/// <param name="Rapport">Les défauts, et les champs employés.</param>
public sealed record ModelePropose(string Nom, byte[] Contenu, RapportDeModele Rapport)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Contenu));
}

/// <summary>Reçoit un modèle Word : le lit comme la fusion le fera, dit tous ses défauts à la fois, puis le garde.</summary>
public sealed class DeposerModele(
    IDbContextFactory<MarchesDbContext> donnees,
    CatalogueDeDocuments catalogue,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <summary>Un modèle de courrier n'approche pas cette taille ; un plus gros porte des photographies à réduire.</summary>
    public const long TailleMax = 5 * 1024 * 1024;

    /// <summary>Lit le fichier sans rien garder.</summary>
    /// <exception cref="RefusException">Ce n'est pas un document Word, ou il a des macros : la phrase dit que faire.</exception>
    public ModelePropose Lire(Acteur acteur, string nature, string nomDuFichier, byte[] contenu)
    {
        acteur.Exiger(Droits.GererDocuments);
        if (contenu.Length > TailleMax)
        {
            throw new RefusException(
                $"« {nomDuFichier} » dépasse {TailleMax / (1024 * 1024)} Mo : il n'a pas été gardé. Réduisez ses images (Fichier, Compresser les images), puis déposez-le de nouveau."
            );
        }

        using var flux = new MemoryStream(contenu, writable: false);
        var type = ReconnaitreType.De(flux, nomDuFichier, [TypesMime.Docx]);
        return type == TypesMime.Docx
            ? new ModelePropose(nomDuFichier, contenu, AnalyseDeModele.Analyser(contenu, catalogue.De(nature)))
            : throw new RefusException(
                $"« {nomDuFichier} » est un fichier {TypesMime.Libelle(type)} : il n'a pas été gardé. Un modèle est un document Word (.docx)."
            );
    }

    /// <summary>Ajoute un modèle à la bibliothèque.</summary>
    /// <exception cref="RegleMetierException">Le nom manque, ou le fichier a des défauts : tous sont dits.</exception>
    public async Task<ModeleId> CreerAsync(
        Acteur acteur,
        string nature,
        GroupementId? groupement,
        string? nom,
        ModelePropose propose,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerModeles(groupement);
        Modele.PeutCreer(nom, Fichier(propose, Guid.Empty, acteur, null)).Exiger();
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modele = Modele.Creer(
            catalogue.De(nature).Code,
            groupement,
            nom,
            Fichier(propose, await GarderAsync(contexte, acteur, propose, annulation), acteur, null)
        );
        contexte.Add(modele);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return modele.Id;
    }

    /// <summary>Dépose une nouvelle version d'un modèle.</summary>
    public async Task NouvelleVersionAsync(
        Acteur acteur,
        ModeleId id,
        int versionLue,
        string? commentaire,
        ModelePropose propose,
        CancellationToken annulation = default
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var modele = await contexte.ModeleAsync(acteur, id, annulation);
        contexte.ExigerVersion(modele, versionLue);
        modele.PeutDeposer(Fichier(propose, Guid.Empty, acteur, commentaire)).Exiger();
        var piece = await GarderAsync(contexte, acteur, propose, annulation);

        modele.Deposer(Fichier(propose, piece, acteur, commentaire));

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    private async Task<Guid> GarderAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ModelePropose propose,
        CancellationToken annulation
    )
    {
        using var flux = new MemoryStream(propose.Contenu, writable: false);
        return (await magasin.DeposerAsync(contexte, flux, propose.Nom, acteur, [TypesMime.Docx], annulation)).Id;
    }

    private FichierDeModele Fichier(ModelePropose propose, Guid piece, Acteur acteur, string? commentaire) =>
        new(
            piece,
            propose.Sha256,
            horloge.Maintenant,
            acteur.Nom,
            string.IsNullOrWhiteSpace(commentaire) ? null : commentaire.Trim(),
            propose.Rapport.Defauts
        );
}

using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Documents;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Groupements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents;

/// <summary>Le modèle dont on se sert, lu et prêt.</summary>
/// <param name="Id">Null pour le modèle d'origine.</param>
/// <param name="Version">Null pour le modèle d'origine.</param>
/// <param name="Nom">Ce que l'on cite : « Convocation du CDG, version 3 ».</param>
/// <param name="Sha256">L'empreinte du fichier.</param>
/// <param name="Compile">Le modèle lu.</param>
public sealed record ModeleChoisi(ModeleId? Id, int? Version, string Nom, string Sha256, ModeleCompile Compile);

/// <summary>Trouve le modèle d'une nature : celui demandé, sinon celui du groupement, sinon celui du CDG, sinon celui d'origine.</summary>
public sealed class ChoisirModele(ModelesDOrigine origine, MagasinDeFichiers magasin)
{
    /// <summary>Le nom que porte partout le modèle livré avec l'application.</summary>
    public const string NomDOrigine = "Modèle d'origine";

    /// <param name="contexte">Le contexte de l'appelant.</param>
    /// <param name="nature">La nature de document.</param>
    /// <param name="groupement">Le groupement du document.</param>
    /// <param name="demande">Un modèle précis ; null pour celui par défaut.</param>
    /// <param name="dOrigine">Vrai pour forcer celui d'origine.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <exception cref="RefusException">Le modèle demandé n'existe plus ou n'est pas de cette nature.</exception>
    public async Task<ModeleChoisi> ExecuterAsync(
        MarchesDbContext contexte,
        IModeleDeDocument nature,
        GroupementId? groupement,
        ModeleId? demande = null,
        bool dOrigine = false,
        CancellationToken annulation = default
    )
    {
        var id = dOrigine ? null : demande ?? await ParDefautAsync(contexte, nature.Code, groupement, annulation);
        if (id is null)
        {
            var (contenu, sha256) = origine.De(nature);
            return new ModeleChoisi(null, null, NomDOrigine, sha256, ModeleCompile.Lire(contenu));
        }

        var modele = await contexte
            .Modeles.AsNoTracking()
            .SingleOrDefaultAsync(
                m => m.Id == id && m.Nature == nature.Code && (m.Groupement == null || m.Groupement == groupement),
                annulation
            );
        if (modele is null || modele.EstArchive)
        {
            throw new RefusException(
                "Ce modèle n'existe plus ou est archivé : rien n'a été produit. Rechargez la page et choisissez-en un autre."
            );
        }

        var version = modele.Courante;
        var piece = await contexte.Pieces.AsNoTracking().SingleAsync(p => p.Id == version.Piece, annulation);
        return new ModeleChoisi(
            modele.Id,
            version.Numero,
            $"{modele.Nom}, version {Formats.Nombre((long)version.Numero)}",
            version.Sha256,
            ModeleCompile.Lire(await LireAsync(piece, annulation))
        );
    }

    /// <summary>Le modèle désigné par défaut, pour le groupement puis pour tous ; null s'il n'y en a pas.</summary>
    public static async Task<ModeleId?> ParDefautAsync(
        MarchesDbContext contexte,
        string nature,
        GroupementId? groupement,
        CancellationToken annulation
    )
    {
        var (sienne, commune) = (ModeleParDefaut.De(groupement), Guid.Empty);
        var designes = await contexte
            .ModelesParDefaut.AsNoTracking()
            .Where(d => d.Nature == nature && (d.Portee == sienne || d.Portee == commune))
            .ToListAsync(annulation);
        return (designes.Find(d => d.Portee == sienne) ?? designes.Find(d => d.Portee == commune))?.Modele;
    }

    internal async Task<byte[]> LireAsync(PieceStockee piece, CancellationToken annulation)
    {
        await using var contenu = magasin.Ouvrir(piece);
        var octets = new byte[contenu.Length];
        await contenu.ReadExactlyAsync(octets, annulation);
        return octets;
    }
}

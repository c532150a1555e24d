using System.Text.Json;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Brouillons;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Ce qu'un fichier reçu apporte aux contributions : consultations, codes tiers, titres et paiements.</summary>
/// <remarks>L'aperçu se refait à l'application, sur le même fichier gardé : rien n'est écrit qu'on n'ait vu.</remarks>
public interface IImportDeContributions
{
    /// <summary>Le mot de l'adresse : « consultations ».</summary>
    string Nature { get; }

    string Titre { get; }

    /// <summary>Ce que le fichier doit contenir, en une phrase.</summary>
    string Consigne { get; }

    PlanDImport Plan { get; }

    /// <summary>Compare le fichier à la base.</summary>
    Task<ApercuDImport> ExaminerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TableurLu tableur,
        ParametresDImport parametres,
        CancellationToken annulation
    );

    /// <summary>Écrit les lignes bonnes dans le contexte, sans l'enregistrer.</summary>
    Task EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ApercuDImport apercu,
        ParametresDImport parametres,
        CancellationToken annulation
    );
}

/// <summary>L'année ou le profil d'export que l'import vise.</summary>
public sealed record ParametresDImport(int Annee, Guid? Profil = null);

/// <summary>L'aperçu d'un fichier, gardé pour être appliqué.</summary>
public sealed record ApercuMontre(
    Guid Piece,
    string NomDuFichier,
    string Phrase,
    IReadOnlyList<LigneDApercu> Lignes,
    IReadOnlyList<string> Avis,
    int Erreurs,
    int AEcrire
);

/// <summary>Reçoit un fichier, en montre l'aperçu, puis écrit ce qu'il a montré.</summary>
public sealed class ImporterDonnees(
    IDbContextFactory<MarchesDbContext> donnees,
    IEnumerable<IImportDeContributions> imports,
    MagasinDeFichiers magasin,
    GarderBrouillon brouillons,
    HorlogeLegale horloge
)
{
    public IImportDeContributions? De(string nature) => imports.FirstOrDefault(i => i.Nature == nature);

    /// <exception cref="RefusException">Le fichier ne se lit pas : rien n'est gardé.</exception>
    public async Task<ApercuMontre> PreparerAsync(
        Acteur acteur,
        string nature,
        ParametresDImport parametres,
        Stream fichier,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var apercu = await ExaminerAsync(contexte, acteur, De(nature)!, parametres, fichier, nom, annulation);
        fichier.Position = 0;
        var piece = await magasin.DeposerAsync(
            contexte,
            fichier,
            nom,
            acteur,
            [TypesMime.Xlsx, TypesMime.Csv, TypesMime.Texte],
            annulation
        );
        await contexte.SaveChangesAsync(annulation);
        if (apercu.SansErreur)
        {
            await brouillons.SupprimerAsync(acteur, CleDesRefus(nature), annulation);
        }
        else
        {
            var garde = JsonSerializer.Serialize(new FichierGarde(piece.Id, piece.Nom, parametres));
            await brouillons.EnregistrerAsync(acteur, CleDesRefus(nature), garde, annulation);
        }

        return Montrer(piece.Id, piece.Nom, apercu);
    }

    /// <summary>Le nom du dernier fichier dont des lignes ont été refusées ; il reste à corriger d'une session à l'autre.</summary>
    public async Task<string?> FichierRefuseAsync(Acteur acteur, string nature, CancellationToken annulation = default) =>
        (await RefusGardeAsync(acteur, nature, annulation))?.Nom;

    /// <summary>Les lignes refusées du dernier fichier, telles que reçues, avec leur motif : corrigées, elles se déposent de nouveau.</summary>
    /// <returns>Null s'il n'y en a pas, ou plus.</returns>
    public async Task<byte[]?> LignesRefuseesAsync(Acteur acteur, string nature, CancellationToken annulation = default)
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        if (De(nature) is not { } import || await RefusGardeAsync(acteur, nature, annulation) is not { } garde)
        {
            return null;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        if (await contexte.Pieces.AsNoTracking().SingleOrDefaultAsync(p => p.Id == garde.Piece, annulation) is not { } piece)
        {
            return null;
        }

        var apercu = await RelireAsync(contexte, acteur, import, garde.Parametres, piece, annulation);
        return apercu.SansErreur ? null : EchangeExcel.EcrireLesRefus(apercu);
    }

    /// <summary>Écrit les lignes bonnes de l'aperçu, en une transaction.</summary>
    /// <exception cref="RefusException">Des lignes sont en erreur et l'on voulait tout ou rien.</exception>
    public async Task<string> AppliquerAsync(
        Acteur acteur,
        string nature,
        ParametresDImport parametres,
        Guid piece,
        bool toutOuRien,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var stockee = await contexte.Pieces.SingleAsync(p => p.Id == piece, jeton);
                var import = De(nature)!;
                var apercu = await RelireAsync(contexte, acteur, import, parametres, stockee, jeton);
                if (toutOuRien && !apercu.SansErreur)
                {
                    throw new RefusException(
                        $"{Formats.Compter(apercu.Nombre(EtatDeLigne.Erreur), "ligne est", "lignes sont")} en erreur : rien n'a été écrit. Corrigez le fichier, ou importez les seules lignes bonnes."
                    );
                }

                await import.EcrireAsync(contexte, acteur, apercu, parametres, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return $"L'import est fait : {Formats.Compter(apercu.LignesAEcrire.Count(), "ligne écrite", "lignes écrites")}, {Formats.Compter(apercu.Nombre(EtatDeLigne.Erreur), "ligne refusée", "lignes refusées")}.";
            },
            annulation
        );
    }

    private async Task<FichierGarde?> RefusGardeAsync(Acteur acteur, string nature, CancellationToken annulation) =>
        await brouillons.LireAsync(acteur, CleDesRefus(nature), annulation) is { } brouillon
            ? JsonSerializer.Deserialize<FichierGarde>(brouillon.Json)
            : null;

    private async Task<ApercuDImport> RelireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IImportDeContributions import,
        ParametresDImport parametres,
        PieceStockee piece,
        CancellationToken annulation
    )
    {
        await using var flux = magasin.Ouvrir(piece);
        using var memoire = new MemoryStream();
        await flux.CopyToAsync(memoire, annulation);
        memoire.Position = 0;
        return await ExaminerAsync(contexte, acteur, import, parametres, memoire, piece.Nom, annulation);
    }

    private static async Task<ApercuDImport> ExaminerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IImportDeContributions import,
        ParametresDImport parametres,
        Stream fichier,
        string nom,
        CancellationToken annulation
    )
    {
        try
        {
            return await import.ExaminerAsync(contexte, acteur, LecteurDeTableur.Lire(fichier, nom), parametres, annulation);
        }
        catch (FichierRefuseException refus)
        {
            throw new RefusException(refus.Phrase);
        }
    }

    private static string CleDesRefus(string nature) => $"contributions/refus/{nature}";

    private static ApercuMontre Montrer(Guid piece, string nom, ApercuDImport apercu) =>
        new(
            piece,
            nom,
            apercu.Phrase,
            [.. apercu.Lignes.OrderByDescending(l => l.Etat)],
            apercu.Avis,
            apercu.Nombre(EtatDeLigne.Erreur),
            apercu.LignesAEcrire.Count()
        );

    private sealed record FichierGarde(Guid Piece, string Nom, ParametresDImport Parametres);
}

using System.Security.Cryptography;
using CdgMarches.App.Demarrage;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Socle.Fichiers;

/// <summary>Range les contenus sous leur empreinte SHA-256 : un même contenu n'est gardé qu'une fois, et ne change jamais.</summary>
/// <remarks>
/// Le contenu est écrit sous un nom provisoire, poussé sur le disque, puis renommé ; la pièce qui le désigne est ensuite
/// enregistrée dans la transaction de l'appelant. Une panne laisse au pire un contenu que rien ne désigne, jamais l'inverse.
/// </remarks>
public sealed class MagasinDeFichiers(Reglages reglages, TimeProvider horloge)
{
    /// <summary>25 Mo.</summary>
    public const long TailleMax = 25 * 1024 * 1024;

    internal const string NomDesProvisoires = "provisoires";

    private const int Tampon = 128 * 1024;

    private string Dossier => reglages.DossierDesFichiers;

    private string Provisoires => Path.Combine(Dossier, NomDesProvisoires);

    /// <summary>Reçoit un fichier d'un utilisateur : taille et type vérifiés, contenu rangé, pièce ajoutée au contexte.</summary>
    /// <param name="contexte">Le contexte de l'appelant, qui l'enregistre avec ce que la pièce justifie.</param>
    /// <param name="contenu">Le contenu, lu une fois jusqu'au bout.</param>
    /// <param name="nom">Le nom donné par l'utilisateur.</param>
    /// <param name="acteur">Celui qui dépose.</param>
    /// <param name="permis">Les types acceptés ici ; tous ceux que l'on peut déposer si rien n'est dit.</param>
    /// <param name="annulation">Abandonne le dépôt.</param>
    /// <exception cref="RefusException">Le fichier est vide, trop gros ou d'un type refusé : rien n'est gardé.</exception>
    public async Task<PieceStockee> DeposerAsync(
        MarchesDbContext contexte,
        Stream contenu,
        string nom,
        Acteur acteur,
        IReadOnlyCollection<string>? permis = null,
        CancellationToken annulation = default
    )
    {
        var propre = NomPropre(nom);
        var acceptes = permis ?? TypesMime.Deposables;
        return await RangerAsync(
            contexte,
            contenu,
            propre,
            acteur,
            TailleMax,
            fichier =>
                ReconnaitreType.De(fichier, propre, acceptes) is var type && acceptes.Contains(type)
                    ? type
                    : throw new RefusException(
                        $"« {propre} » est un fichier {TypesMime.Libelle(type)} : il n'a pas été gardé. {ReconnaitreType.AcceptesIci(acceptes)}"
                    ),
            annulation
        );
    }

    /// <summary>Range un fichier que l'application a produit, dont elle connaît le type.</summary>
    public async Task<PieceStockee> ProduireAsync(
        MarchesDbContext contexte,
        Stream contenu,
        string nom,
        string typeMime,
        Acteur acteur,
        CancellationToken annulation = default
    ) => await RangerAsync(contexte, contenu, NomPropre(nom), acteur, long.MaxValue, _ => typeMime, annulation);

    /// <summary>Ouvre le contenu d'une pièce.</summary>
    /// <exception cref="RefusException">Le contenu n'est plus dans le magasin.</exception>
    public FileStream Ouvrir(PieceStockee piece)
    {
        try
        {
            return new FileStream(
                Chemin(piece.Sha256),
                new FileStreamOptions
                {
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    Share = FileShare.Read | FileShare.Delete,
                }
            );
        }
        catch (Exception absence) when (absence is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusException(
                $"Le contenu de « {piece.Nom} » n'est plus dans le dossier des fichiers. Sa fiche est intacte ; prévenez l'administrateur, qui le reprendra d'une sauvegarde."
            );
        }
    }

    /// <summary>Où se trouve le contenu d'une empreinte : <c>ab/cd/abcd…</c>.</summary>
    public string Chemin(string sha256) => Path.Combine(Dossier, sha256[..2], sha256[2..4], sha256);

    /// <summary>Détruit un contenu que plus aucune pièce ne désigne, s'il n'a pas été déposé de nouveau depuis un jour.</summary>
    internal void Oublier(string sha256)
    {
        var chemin = Chemin(sha256);
        if (File.Exists(chemin) && File.GetLastWriteTimeUtc(chemin) < horloge.GetUtcNow().UtcDateTime.AddDays(-1))
        {
            File.Delete(chemin);
        }
    }

    private async Task<PieceStockee> RangerAsync(
        MarchesDbContext contexte,
        Stream contenu,
        string nom,
        Acteur acteur,
        long tailleMax,
        Func<FileStream, string> reconnaitre,
        CancellationToken annulation
    )
    {
        Directory.CreateDirectory(Provisoires);
        var provisoire = Path.Combine(Provisoires, Guid.CreateVersion7().ToString("N"));
        try
        {
            string sha256,
                type;
            long taille;
            await using (
                var fichier = new FileStream(
                    provisoire,
                    new FileStreamOptions
                    {
                        Mode = FileMode.CreateNew,
                        Access = FileAccess.ReadWrite,
                        Options = FileOptions.Asynchronous,
                    }
                )
            )
            {
                sha256 = await CopierAsync(contenu, fichier, nom, tailleMax, annulation);
                taille = fichier.Length;
                type = reconnaitre(fichier);
                fichier.Flush(flushToDisk: true);
            }

            Ranger(provisoire, sha256);
            var piece = new PieceStockee
            {
                Sha256 = sha256,
                Nom = nom,
                TypeMime = type,
                Taille = taille,
                DeposeeLe = horloge.GetUtcNow(),
                ActeurId = acteur.Id,
                ActeurNom = acteur.Nom,
            };
            contexte.Pieces.Add(piece);
            return piece;
        }
        finally
        {
            File.Delete(provisoire);
        }
    }

    private static async Task<string> CopierAsync(
        Stream source,
        FileStream cible,
        string nom,
        long tailleMax,
        CancellationToken annulation
    )
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tampon = new byte[Tampon];
        long taille = 0;
        for (int lus; (lus = await source.ReadAsync(tampon, annulation)) > 0; )
        {
            taille += lus;
            if (taille > tailleMax)
            {
                throw new RefusException(
                    $"« {nom} » dépasse {tailleMax / (1024 * 1024)} Mo : il n'a pas été gardé. Réduisez-le (par exemple en PDF moins lourd) ou découpez-le, puis déposez-le de nouveau."
                );
            }

            empreinte.AppendData(tampon, 0, lus);
            await cible.WriteAsync(tampon.AsMemory(0, lus), annulation);
        }

        return taille == 0
            ? throw new RefusException(
                $"« {nom} » est vide : il n'a pas été gardé. Vérifiez le fichier sur votre poste, puis déposez-le de nouveau."
            )
            : Convert.ToHexStringLower(empreinte.GetHashAndReset());
    }

    private void Ranger(string provisoire, string sha256)
    {
        var chemin = Chemin(sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        if (File.Exists(chemin))
        {
            // The date tells a purge under way that this content is wanted again.
            File.SetLastWriteTimeUtc(chemin, horloge.GetUtcNow().UtcDateTime);
            return;
        }

        File.SetLastWriteTimeUtc(provisoire, horloge.GetUtcNow().UtcDateTime);
        File.Move(provisoire, chemin, overwrite: true);
    }

    /// <summary>Un nom sans dossier ni caractère de commande, raccourci en gardant son extension.</summary>
    private static string NomPropre(string nom)
    {
        var seul = nom[(nom.LastIndexOfAny(['/', '\\']) + 1)..];
        var propre = string.Concat(seul.Where(c => !char.IsControl(c))).Trim();
        if (propre.Length is 0)
        {
            return "fichier";
        }

        var extension = Path.GetExtension(propre);
        return propre.Length <= 200
            ? propre
            : string.Concat(propre.AsSpan(0, 200 - Math.Min(extension.Length, 20)), extension.Length <= 20 ? extension : "");
    }
}

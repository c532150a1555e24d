using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Procedures;

/// <summary>Le « Dossier » d'une procédure : pièces, registres, preuves, une page qui s'ouvre sans le programme, les empreintes.</summary>
/// <remarks>Les offres n'y figurent que pour qui peut les lire (RG2.34).</remarks>
public sealed class LireDossierZip(
    IDbContextFactory<MarchesDbContext> donnees,
    LireConduite lireConduite,
    LireRegistre lireRegistre,
    LireAnalyse lireAnalyse,
    LireMembresFiges lireMembres,
    TableauDAnalyse tableau,
    PreuvesDuDossier preuves,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <returns>L'archive, ou null si la procédure n'est pas du périmètre.</returns>
    public async Task<byte[]?> ExecuterAsync(Acteur acteur, ProcedureId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        if (await lireConduite.ExecuterAsync(acteur, id, annulation) is not { } conduite)
        {
            return null;
        }

        using var memoire = new MemoryStream();
        var entrees = new List<(string Nom, string Titre, string Empreinte)>();
        using (var archive = new ZipArchive(memoire, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            async Task AjouterAsync(string nom, string titre, Stream contenu)
            {
                await using var entree = await archive.CreateEntry(nom, CompressionLevel.Fastest).OpenAsync(annulation);
                using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var tampon = new byte[64 * 1024];
                for (int lus; (lus = await contenu.ReadAsync(tampon, annulation)) > 0; )
                {
                    empreinte.AppendData(tampon, 0, lus);
                    await entree.WriteAsync(tampon.AsMemory(0, lus), annulation);
                }

                entrees.Add((nom, titre, Convert.ToHexStringLower(empreinte.GetHashAndReset())));
            }

            Task AjouterTexteAsync(string nom, string titre, byte[] contenu) =>
                AjouterAsync(nom, titre, new MemoryStream(contenu, writable: false));

            await PiecesAsync(conduite, AjouterAsync, annulation);
            await AjouterTexteAsync("acheteurs.xlsx", "Acheteurs figés", await AcheteursAsync(acteur, conduite, annulation));
            await AjouterTexteAsync(
                "registres.xlsx",
                "Registres : retraits, questions, plis, déports, avis",
                await RegistresAsync(acteur, conduite, annulation)
            );
            foreach (var lot in conduite.Procedure.Lots.OrderBy(l => l.Numero))
            {
                if (
                    await lireAnalyse.ExecuterAsync(acteur, id, lot.Numero, annulation) is
                    { EstOuverte: true, EstDeporte: false, Version: > 0 }
                )
                {
                    await AjouterTexteAsync(
                        $"analyse-lot-{lot.Numero}.xlsx",
                        $"Analyse du lot {lot.Numero}",
                        await tableau.ExporterAsync(acteur, id, lot.Numero, annulation)
                    );
                }
            }

            await foreach (var (nom, titre, contenu) in preuves.LireAsync(acteur, conduite, annulation))
            {
                await using (contenu)
                {
                    await AjouterAsync(nom, titre, contenu);
                }
            }

            var page = Encoding.UTF8.GetBytes(PageDuDossier.Ecrire(conduite, entrees, horloge.Aujourdhui));
            await AjouterTexteAsync("index.html", "Sommaire", page);
            var liste = string.Concat(entrees.Select(e => $"{e.Empreinte}  {e.Nom}\n"));
            await using var sommes = await archive.CreateEntry("SHA256SUMS.txt").OpenAsync(annulation);
            await sommes.WriteAsync(Encoding.UTF8.GetBytes(liste), annulation);
        }

        return memoire.ToArray();
    }

    private async Task PiecesAsync(ConduiteLue conduite, Func<string, string, Stream, Task> ajouter, CancellationToken annulation)
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var fichiers = conduite.Procedure.Pieces.Where(p => p.Fichier is not null).Select(p => p.Fichier!.Value).ToList();
        var pieces = await contexte
            .Pieces.AsNoTracking()
            .Where(p => fichiers.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, annulation);
        foreach (var piece in conduite.Procedure.Pieces.OrderBy(p => p.Numero))
        {
            if (piece.Fichier is { } fichier && pieces.TryGetValue(fichier, out var stockee))
            {
                await using var contenu = magasin.Ouvrir(stockee);
                await ajouter(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"pieces/{piece.Numero:D2}-v{piece.VersionDeposee}-{stockee.Nom}"
                    ),
                    $"{piece.Nom}, version {piece.VersionDeposee}",
                    contenu
                );
            }
        }
    }

    private async Task<byte[]> AcheteursAsync(Acteur acteur, ConduiteLue conduite, CancellationToken annulation)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Acheteurs")
            .Entetes(ColonneExcel.Texte("Acheteur"), ColonneExcel.Texte("SIRET"), ColonneExcel.Texte("Lots"));
        foreach (
            var a in await TouteLaListe.LireAsync(
                new Demande(),
                d => lireMembres.ExecuterAsync(acteur, conduite.Procedure.Id, d, annulation)
            )
        )
        {
            feuille.Ligne().Texte(a.Nom).Texte(a.Siret).Texte(string.Join(", ", a.Lots));
        }

        return classeur.Enregistrer();
    }

    private async Task<byte[]> RegistresAsync(Acteur acteur, ConduiteLue conduite, CancellationToken annulation)
    {
        var registre = (await lireRegistre.ExecuterAsync(acteur, conduite.Procedure.Id, annulation))!.Registre;
        return ClasseurDesRegistres.Ecrire(conduite.Procedure, registre, horloge.Aujourdhui);
    }
}

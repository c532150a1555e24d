using System.Globalization;
using System.IO.Compression;
using System.Net;
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

/// <summary>La page d'accueil du dossier : elle se lit dans un navigateur, hors ligne.</summary>
internal static class PageDuDossier
{
    public static string Ecrire(
        ConduiteLue conduite,
        IReadOnlyList<(string Nom, string Titre, string Empreinte)> entrees,
        DateOnly jour
    )
    {
        var p = conduite.Procedure;
        var texte = new StringBuilder(
            $"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>{Html(p.Reference.ToString())}</title>"
                + "<style>body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem;text-align:left}code{font-size:.75em;word-break:break-all}</style></head><body>"
        );
        texte.Append(
            CultureInfo.InvariantCulture,
            $"<h1>{Html(p.Objet)}</h1><p>{Html(p.Reference.ToString())} — {Html(p.Forme?.Libelle() ?? "procédure non choisie")} — dossier du {Formats.DateLongue(jour)}</p>"
        );
        texte.Append("<h2>Étapes</h2><table><tr><th>Étape</th><th>Prévu</th><th>Réel</th></tr>");
        foreach (var j in p.Jalons.OrderBy(j => j.Etape))
        {
            texte.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Html(j.Etape.Libelle())}</td><td>{Formats.DateCourte(j.Prevu)}</td><td>{Formats.DateCourte(j.Reel)}</td></tr>"
            );
        }

        texte.Append("</table><h2>Lots</h2><table><tr><th>Lot</th><th>Intitulé</th><th>État</th><th>Motif</th></tr>");
        foreach (var l in p.Lots.OrderBy(l => l.Numero))
        {
            texte.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{l.Numero}</td><td>{Html(l.Intitule)}</td><td>{Html(l.Statut.Libelle())}</td><td>{Html(l.MotifDeLIssue ?? "")}</td></tr>"
            );
        }

        texte.Append("</table><h2>Pièces</h2><table><tr><th>Fichier</th><th>Empreinte SHA-256</th></tr>");
        foreach (var (nom, titre, empreinte) in entrees)
        {
            texte.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td><a href=\"{Html(Uri.EscapeDataString(nom).Replace("%2F", "/", StringComparison.Ordinal))}\">{Html(titre)}</a></td><td><code>{empreinte}</code></td></tr>"
            );
        }

        return texte.Append("</table></body></html>").ToString();
    }

    private static string Html(string texte) => WebUtility.HtmlEncode(texte);
}

/// <summary>Les registres d'une procédure en un classeur.</summary>
internal static class ClasseurDesRegistres
{
    public static byte[] Ecrire(Procedure procedure, Registre registre, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var plis = classeur
            .Feuille("Dépôts")
            .Entetes(
                ColonneExcel.Texte("Entreprise"),
                ColonneExcel.Texte("SIRET"),
                ColonneExcel.Date("Date de dépôt"),
                ColonneExcel.Texte("Heure"),
                ColonneExcel.Texte("Lots"),
                ColonneExcel.Texte("Observations"),
                ColonneExcel.Texte("Candidature"),
                ColonneExcel.Texte("Motif de la candidature")
            );
        foreach (var p in registre.Plis.OrderBy(p => p.DeposeLe))
        {
            plis.Ligne()
                .Texte(p.Entreprise)
                .Texte(p.Siret)
                .Date(DateOnly.FromDateTime(p.DeposeLe))
                .Texte(p.DeposeLe.ToString("HH:mm", CultureInfo.InvariantCulture))
                .Texte(p.LotsEnTexte)
                .Texte(
                    p.EstTardif ? "Hors délai : éliminé"
                    : p.RemplacePar is { } n ? $"Remplacé par le pli {n}"
                    : ""
                )
                .Texte(p.Candidature.Libelle())
                .Texte(p.Motif);
        }

        var questions = classeur
            .Feuille("Questions")
            .Entetes(
                ColonneExcel.Date("Reçue le"),
                ColonneExcel.Texte("Question"),
                ColonneExcel.Date("Réponse le"),
                ColonneExcel.Texte("Réponse")
            );
        foreach (var q in registre.Questions.OrderBy(q => q.Numero))
        {
            questions.Ligne().Date(q.RecueLe).Texte(q.Texte).Date(q.ReponduLe).Texte(q.Reponse);
        }

        var retraits = classeur
            .Feuille("Retraits")
            .Entetes(ColonneExcel.Texte("Entreprise"), ColonneExcel.Texte("Courriel"), ColonneExcel.Date("Retrait le"));
        foreach (var r in registre.Retraits.OrderBy(r => r.Numero))
        {
            retraits.Ligne().Texte(r.Entreprise).Texte(r.Courriel).Date(DateOnly.FromDateTime(r.Le));
        }

        var avis = classeur
            .Feuille("Avis")
            .Entetes(
                ColonneExcel.Texte("Support"),
                ColonneExcel.Texte("Objet"),
                ColonneExcel.Date("Envoyé le"),
                ColonneExcel.Texte("Preuve")
            );
        foreach (var a in procedure.Avis.OrderBy(a => a.Numero))
        {
            avis.Ligne().Texte(a.Support.Libelle()).Texte(a.Objet).Date(a.EnvoyeLe).Texte(a.Reference);
        }

        var deports = classeur
            .Feuille("Déports")
            .Entetes(ColonneExcel.Texte("Personne"), ColonneExcel.Entier("Lot"), ColonneExcel.Date("Le"));
        foreach (var d in registre.Deports.OrderBy(d => d.Numero))
        {
            deports.Ligne().Texte(d.Personne).Entier(d.Lot).Date(d.Le);
        }

        classeur.LisezMoi($"Registres — {procedure.Objet}", procedure.Reference.ToString(), jour);
        return classeur.Enregistrer();
    }
}

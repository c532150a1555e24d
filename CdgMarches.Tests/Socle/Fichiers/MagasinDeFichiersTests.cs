using System.IO.Compression;
using System.Text;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Tests.Outils;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace CdgMarches.Tests.Socle.Fichiers;

public sealed class MagasinDeFichiersTests : IAsyncLifetime
{
    private SocleDEssai _socle = null!;

    private MagasinDeFichiers Magasin => _socle.Le<MagasinDeFichiers>();

    public async ValueTask InitializeAsync() => _socle = await SocleDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Un_fichier_depose_se_relit_octet_pour_octet_sous_son_empreinte()
    {
        byte[] contenu = [.. "%PDF-1.7\n"u8, .. new byte[300_000]];

        var piece = await DeposerAsync(contenu, "C:\\Mes documents\\délibération.pdf");

        Assert.Equal(("délibération.pdf", TypesMime.Pdf, contenu.Length), (piece.Nom, piece.TypeMime, piece.Taille));
        var chemin = Path.Combine(_socle.Dossier, piece.Sha256[..2], piece.Sha256[2..4], piece.Sha256);
        Assert.Equal(contenu, await File.ReadAllBytesAsync(chemin));
        Assert.Empty(Directory.GetFiles(Path.Combine(_socle.Dossier, "provisoires")));
    }

    [Fact]
    public async Task Deux_pieces_de_meme_contenu_partagent_un_fichier()
    {
        var une = await DeposerAsync("%PDF-1.4 même texte"u8.ToArray(), "a.pdf");
        var autre = await DeposerAsync("%PDF-1.4 même texte"u8.ToArray(), "b.pdf");

        Assert.NotEqual(une.Id, autre.Id);
        Assert.Equal(une.Sha256, autre.Sha256);
        Assert.Single(Directory.GetFiles(_socle.Dossier, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("vide.pdf", "", "est vide")]
    [InlineData("programme.pdf", "MZ\u0000\u0001", "n'est pas d'un type accepté")]
    [InlineData("page.pdf", "\u0001<html>", "n'est pas d'un type accepté")]
    public async Task Ce_qui_n_est_pas_un_document_est_refuse_quel_que_soit_son_nom(string nom, string contenu, string motif)
    {
        var refus = await Assert.ThrowsAsync<RefusException>(() => DeposerAsync(Encoding.Latin1.GetBytes(contenu), nom));

        Assert.Contains(motif, refus.Message, StringComparison.Ordinal);
        AucunReste();
    }

    [Fact]
    public async Task Un_classeur_protege_par_mot_de_passe_est_refuse_en_disant_quoi_faire()
    {
        byte[] chiffre = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];

        var refus = await Assert.ThrowsAsync<RefusException>(() => DeposerAsync(chiffre, "besoins.xlsx"));

        Assert.Contains("Retirez le mot de passe", refus.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/workbook.xml", TypesMime.Xlsx)]
    [InlineData("word/document.xml", TypesMime.Docx)]
    public async Task Un_document_de_bureautique_se_reconnait_a_ce_qu_il_contient(string entree, string type) =>
        Assert.Equal(type, (await DeposerAsync(Archive("[Content_Types].xml", entree), "sans-extension")).TypeMime);

    [Theory]
    [InlineData("contient des macros", "[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")]
    [InlineData("OpenDocument", "mimetype", "content.xml")]
    [InlineData("est une archive", "notes.txt")]
    public async Task Une_archive_qui_n_est_pas_un_document_permis_est_refusee(string motif, params string[] entrees)
    {
        var refus = await Assert.ThrowsAsync<RefusException>(() => DeposerAsync(Archive(entrees), "besoins.xlsx"));

        Assert.Contains(motif, refus.Message, StringComparison.Ordinal);
        AucunReste();
    }

    [Fact]
    public async Task Un_classeur_tronque_est_refuse()
    {
        var entier = Archive("[Content_Types].xml", "xl/workbook.xml");

        var refus = await Assert.ThrowsAsync<RefusException>(() => DeposerAsync(entier[..^40], "besoins.xlsx"));

        Assert.Contains("incomplet ou abîmé", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_csv_se_distingue_d_un_autre_texte_par_son_nom()
    {
        var texte = "Nom;SIRET\nÉtaples;1"u8.ToArray();

        Assert.Equal(TypesMime.Csv, (await DeposerAsync(texte, "communes.CSV", TypesMime.Csv)).TypeMime);
        Assert.Equal(TypesMime.Texte, (await DeposerAsync(texte, "communes.txt", TypesMime.Texte)).TypeMime);
    }

    [Fact]
    public async Task Un_type_que_la_page_ne_veut_pas_est_refuse_avec_ceux_qu_elle_accepte()
    {
        await using var contexte = await _socle.OuvrirAsync();

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            Magasin.DeposerAsync(contexte, new MemoryStream("texte"u8.ToArray()), "a.txt", Agents.Gestionnaire, [TypesMime.Pdf])
        );

        Assert.EndsWith("Formats acceptés ici : PDF.", refus.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MZ\u0000\u0001", "PDF, Word (.docx), Excel (.xlsx), image PNG, image JPEG.", null)]
    [InlineData("MZ\u0000\u0001", "PDF, Word (.docx), image PNG, image JPEG.", "actes")]
    [InlineData("MZ\u0000\u0001", "Excel (.xlsx), CSV.", "tableurs")]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "PDF, image PNG, image JPEG.", "images")]
    public async Task Un_refus_ne_cite_que_les_formats_acceptes_ici(string contenu, string formats, string? permis)
    {
        IReadOnlyCollection<string>? types = permis switch
        {
            "actes" => TypesMime.Actes,
            "tableurs" => [TypesMime.Xlsx, TypesMime.Csv],
            "images" => [TypesMime.Pdf, TypesMime.Png, TypesMime.Jpeg],
            _ => null,
        };
        await using var contexte = await _socle.OuvrirAsync();

        var refus = await Assert.ThrowsAsync<RefusException>(() =>
            Magasin.DeposerAsync(
                contexte,
                new MemoryStream(Encoding.Latin1.GetBytes(contenu)),
                "a.pdf",
                Agents.Gestionnaire,
                types
            )
        );

        Assert.EndsWith($"Formats acceptés ici : {formats}", refus.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Excel (.xlsx)", "Word")]
    [InlineData(false, "Word (.docx)", "Excel")]
    public async Task Ce_qu_il_faut_enregistrer_a_la_place_est_accepte_ici(bool tableur, string cite, string tu)
    {
        await using var contexte = await _socle.OuvrirAsync();
        foreach (
            var contenu in (byte[][])
                [
                    Archive("mimetype", "content.xml"),
                    Archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"),
                    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64]],
                ]
        )
        {
            var refus = await Assert.ThrowsAsync<RefusException>(() =>
                Magasin.DeposerAsync(
                    contexte,
                    new MemoryStream(contenu),
                    "a",
                    Agents.Gestionnaire,
                    [tableur ? TypesMime.Xlsx : TypesMime.Docx]
                )
            );

            Assert.Contains(cite, refus.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(tu, refus.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Un_octet_au_dela_de_vingt_cinq_mega_octets_est_de_trop()
    {
        var juste = new byte[MagasinDeFichiers.TailleMax];
        "%PDF-1.7"u8.CopyTo(juste);

        Assert.Equal(MagasinDeFichiers.TailleMax, (await DeposerAsync(juste, "gros.pdf")).Taille);
        var refus = await Assert.ThrowsAsync<RefusException>(() => DeposerAsync([.. juste, 0], "trop.pdf"));
        Assert.Contains("dépasse 25 Mo", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_piece_ne_se_lit_qu_avec_l_accord_de_la_capacite()
    {
        var piece = await DeposerAsync("%PDF-1.4"u8.ToArray(), "a.pdf");
        var servir = _socle.Le<ServirPiece>();
        var http = new DefaultHttpContext();

        var permis = await servir.ExecuterAsync(Agents.Gestionnaire, piece.Id, (_, _, _) => Task.FromResult(true), http);
        var interdit = await servir.ExecuterAsync(Agents.Gestionnaire, piece.Id, (_, _, _) => Task.FromResult(false), http);
        var inconnu = await servir.ExecuterAsync(
            Agents.Gestionnaire,
            Guid.CreateVersion7(),
            (_, _, _) => Task.FromResult(true),
            http
        );

        var flux = Assert.IsType<FileStreamHttpResult>(permis);
        Assert.Equal("a.pdf", flux.FileDownloadName);
        await flux.FileStream.DisposeAsync();
        Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);
        Assert.IsType<NotFound>(interdit);
        Assert.IsType<NotFound>(inconnu);
    }

    [Fact]
    public async Task Un_contenu_disparu_se_dit_en_une_phrase()
    {
        var piece = await DeposerAsync("%PDF-1.4"u8.ToArray(), "a.pdf");
        File.Delete(Magasin.Chemin(piece.Sha256));

        var refus = Assert.Throws<RefusException>(() => Magasin.Ouvrir(piece));

        Assert.Contains("n'est plus dans le dossier des fichiers", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sur_SQL_Server_le_dossier_est_demande_et_refuse_sous_le_programme()
    {
        var programme = Path.Combine(_socle.Dossier, "programme");
        var reglages = _socle.Reglages with
        {
            Fournisseur = Fournisseur.SqlServer,
            DossierDesFichiers = Path.Combine(programme, "data"),
        };

        Assert.Throws<ReglageInvalideException>(() => VerificationDuMagasin.Verifier(reglages, null, programme));
        Assert.Throws<ReglageInvalideException>(() => VerificationDuMagasin.Verifier(reglages, "data", programme));
        var dehors = reglages with { DossierDesFichiers = _socle.Dossier };
        VerificationDuMagasin.Verifier(dehors, _socle.Dossier, programme);
        Assert.Empty(Directory.GetFiles(_socle.Dossier));
    }

    /// <summary>Un dossier livré dans appsettings.json passerait pour un choix de l'exploitant.</summary>
    [Fact]
    public void Le_fichier_de_reglages_livre_ne_donne_pas_de_dossier_a_SQL_Server()
    {
        var livres = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Depot.Racine, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = "SqlServer" })
            .Build();

        var refus = Assert.Throws<ReglageInvalideException>(() =>
            Reglages.Lire(livres, new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = _socle.Dossier })
        );

        Assert.Contains("Fichiers:Dossier", refus.Message, StringComparison.Ordinal);
    }

    private void AucunReste() => Assert.Empty(Directory.GetFiles(_socle.Dossier, "*", SearchOption.AllDirectories));

    private async Task<PieceStockee> DeposerAsync(byte[] contenu, string nom, params string[] permis)
    {
        await using var contexte = await _socle.OuvrirAsync();
        var piece = await Magasin.DeposerAsync(
            contexte,
            new MemoryStream(contenu),
            nom,
            Agents.Gestionnaire,
            permis.Length == 0 ? null : permis
        );
        await contexte.SaveChangesAsync();
        return await contexte.Pieces.AsNoTracking().SingleAsync(p => p.Id == piece.Id);
    }

    private static byte[] Archive(params string[] entrees)
    {
        using var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entree in entrees)
            {
                using var ecriture = new StreamWriter(archive.CreateEntry(entree).Open());
                ecriture.Write("contenu");
            }
        }

        return flux.ToArray();
    }
}

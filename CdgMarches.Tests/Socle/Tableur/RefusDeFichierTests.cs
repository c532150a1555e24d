using System.Buffers.Binary;
using System.Text;
using CdgMarches.App.Socle.Tableur;
using static CdgMarches.Tests.Socle.Tableur.FichiersDEssai;

namespace CdgMarches.Tests.Socle.Tableur;

public sealed class RefusDeFichierTests
{
    private static readonly byte[] Bon = AvecClosedXml(f =>
    {
        for (var i = 1; i <= 200; i++)
        {
            f.Cell(i, 1).SetValue($"ligne {i}");
        }
    });

    [Fact]
    public void Un_fichier_vide_est_refuse() =>
        Assert.Contains("est vide", Refuse([], MotifDeRefus.Vide).Phrase, StringComparison.Ordinal);

    [Fact]
    public void Un_classeur_tronque_est_refuse_ou_qu_on_le_coupe()
    {
        for (var taille = 4; taille < Bon.Length; taille += Bon.Length / 23)
        {
            Refuse(Bon[..taille], MotifDeRefus.Abime);
        }
    }

    [Fact]
    public void Un_classeur_abime_au_milieu_est_refuse_ou_lu_mais_ne_casse_rien()
    {
        for (var position = 30; position < Bon.Length; position += 37)
        {
            var abime = (byte[])Bon.Clone();
            abime[position] ^= 0x5A;
            try
            {
                Lire(abime);
            }
            catch (FichierRefuseException refus)
            {
                Assert.Contains("Rien n'a été importé", refus.Phrase, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Un_classeur_protege_par_mot_de_passe_est_refuse() =>
        Assert.Contains(
            "protégé par un mot de passe",
            Refuse(Ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), MotifDeRefus.ProtegeParMotDePasse).Phrase,
            StringComparison.Ordinal
        );

    [Fact]
    public void Un_ancien_xls_est_refuse()
    {
        Assert.Contains(
            "Excel 97-2003",
            Refuse(Ole("Root Entry", "Workbook"), MotifDeRefus.AncienXls).Phrase,
            StringComparison.Ordinal
        );
        Refuse(Ole("Root Entry", "Book"), MotifDeRefus.AncienXls);
        Refuse([0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00], MotifDeRefus.AncienXls);
    }

    [Fact]
    public void Un_ancien_doc_n_est_pas_pris_pour_un_tableur() =>
        Refuse(Ole("Root Entry", "WordDocument"), MotifDeRefus.AutreType);

    [Fact]
    public void Un_classeur_a_macros_est_refuse_quel_que_soit_son_nom()
    {
        const string Donnees = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
        Refuse(Xlsx(Donnees, type: TypeClasseurAMacros), MotifDeRefus.Macros);
        Refuse(Xlsx(Donnees, autres: ("xl/vbaProject.bin", "macro")), MotifDeRefus.Macros);
        Refuse(Xlsx(Donnees, autres: ("xl/macrosheets/sheet1.xml", "<x/>")), MotifDeRefus.Macros);
    }

    [Fact]
    public void Un_ods_dit_comment_enregistrer_en_xlsx_depuis_libreoffice()
    {
        var ods = Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"));

        var phrase = Refuse(ods, MotifDeRefus.OpenDocument, nom: "retour.ods").Phrase;

        Assert.Contains("Enregistrer sous", phrase, StringComparison.Ordinal);
        Assert.Contains("Excel 2007-365 (.xlsx)", phrase, StringComparison.Ordinal);
    }

    [Fact]
    public void Les_autres_types_sont_nommes()
    {
        Assert.Contains("PDF", Refuse("%PDF-1.7\n…"u8.ToArray(), MotifDeRefus.AutreType).Phrase, StringComparison.Ordinal);
        Assert.Contains(
            "image",
            Refuse([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0], MotifDeRefus.AutreType).Phrase,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "page web",
            Refuse("<html><table>"u8.ToArray(), MotifDeRefus.AutreType, nom: "a.xls").Phrase,
            StringComparison.Ordinal
        );
        Assert.Contains("archive", Refuse(Zip(("a.txt", "x")), MotifDeRefus.AutreType).Phrase, StringComparison.Ordinal);
        Assert.Contains("Word", Refuse(Word(), MotifDeRefus.AutreType).Phrase, StringComparison.Ordinal);
        Refuse([1, 2, 3, 0, 5], MotifDeRefus.AutreType);
        Refuse(Xlsx("", autres: ("xl/workbook.bin", "x")), MotifDeRefus.ClasseurBinaire);
    }

    [Fact]
    public void Un_fichier_de_50_mo_est_refuse_sans_etre_lu_meme_si_le_flux_cache_sa_taille()
    {
        var gros = new byte[50 * 1024 * 1024];
        gros.AsSpan().Fill((byte)'a');

        Assert.Contains(
            "50 Mo, la limite est de 10 Mo",
            Refuse(gros, MotifDeRefus.TropGros).Phrase.Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        using var flux = new FluxSansTaille(gros);
        Assert.Throws<FichierRefuseException>(() => LecteurDeTableur.Lire(flux, "a.csv"));
        Assert.InRange(flux.Lus, 10 * 1024 * 1024, 11 * 1024 * 1024);
    }

    [Fact]
    public void Une_bombe_zip_est_refusee_sur_ses_tailles_annoncees()
    {
        var bombe = Xlsx(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
            autres: ("xl/media/zeros.bin", new string('0', 30_000_000))
        );

        Refuse(bombe, MotifDeRefus.Bombe);
    }

    [Fact]
    public void Une_bombe_zip_qui_ment_sur_ses_tailles_n_est_jamais_decompressee_au_dela_de_ce_qu_elle_annonce()
    {
        var bombe = Xlsx(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + new string('0', 30_000_000) + "</t></is></c></row>"
        );
        Mentir(bombe, "xl/worksheets/feuille1.xml", 1_000);

        var avant = GC.GetAllocatedBytesForCurrentThread();
        var refus = Assert.Throws<FichierRefuseException>(() => Lire(bombe));

        Assert.Contains(refus.Motif, new[] { MotifDeRefus.Bombe, MotifDeRefus.Abime });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - avant, 0, 20_000_000);
    }

    [Fact]
    public void Ce_qui_est_reellement_decompresse_est_compte_meme_quand_cent_feuilles_citent_la_meme_partie()
    {
        var feuilles = string.Concat(
            Enumerable.Range(0, 19).Select(i => $"<sheet name=\"F{i}\" sheetId=\"{i + 2}\" r:id=\"rId1\"/>")
        );
        var texte = string.Concat(Enumerable.Range(0, 20_000));
        var bombe = Xlsx(
            $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{texte}</t></is></c></row>",
            proprietes: $"<sheets>{feuilles}</sheets>"
        );
        var limites = new LimitesDeLecture { TailleDecompressee = 20L * texte.Length };

        Refuse(bombe, MotifDeRefus.Bombe, limites);
        Assert.Equal(20, Lire(bombe, limites: limites with { TailleDecompressee = 30L * texte.Length }).Feuilles.Count);
    }

    [Fact]
    public void Une_archive_aux_parties_innombrables_ou_en_double_est_refusee()
    {
        Refuse(Zip(Enumerable.Range(0, 3_000).Select(i => ($"xl/{i}.xml", "x"))), MotifDeRefus.Bombe);
        Refuse(Xlsx("", autres: ("xl/workbook.xml", "<x/>")), MotifDeRefus.Abime);
    }

    [Fact]
    public void Trop_de_lignes_de_colonnes_de_cellules_ou_de_feuilles_est_refuse_avec_la_limite()
    {
        var limites = new LimitesDeLecture { Lignes = 199 };
        Assert.Contains(
            "plus de 199 lignes remplies dans la feuille « Besoins »",
            Refuse(Bon, MotifDeRefus.TropDeLignes, limites).Phrase,
            StringComparison.Ordinal
        );
        Assert.Equal(200, Lire(Bon, limites: limites with { Lignes = 200 }).Feuilles[0].Lignes.Count);
        Refuse(Bon, MotifDeRefus.TropDeCellules, new LimitesDeLecture { Cellules = 199 });
        Assert.Contains(
            "colonne B",
            Refuse(
                Xlsx("<row r=\"1\"><c r=\"C1\"><v>1</v></c></row>"),
                MotifDeRefus.TropDeColonnes,
                new LimitesDeLecture { Colonnes = 2 }
            ).Phrase,
            StringComparison.Ordinal
        );
        Refuse(Bon, MotifDeRefus.TropDeFeuilles, new LimitesDeLecture { Feuilles = 0 });
        Refuse("a;b\nc;d\n"u8.ToArray(), MotifDeRefus.TropDeLignes, new LimitesDeLecture { Lignes = 1 });
        Refuse("a;b;c"u8.ToArray(), MotifDeRefus.TropDeColonnes, new LimitesDeLecture { Colonnes = 2 });
    }

    [Theory]
    [InlineData("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"x\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c>")]
    public void Un_xml_incoherent_est_refuse(string donnees) => Refuse(Xlsx(donnees), MotifDeRefus.Abime);

    [Fact]
    public void Une_dtd_et_ses_entites_sont_refusees()
    {
        var bombe = Zip(
            ("[Content_Types].xml", "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Types>&b;</Types>"),
            ("xl/workbook.xml", "<x/>")
        );

        Refuse(bombe, MotifDeRefus.Abime);
    }

    [Fact]
    public void Un_classeur_sans_aucune_valeur_est_refuse() =>
        Refuse(Xlsx("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"), MotifDeRefus.SansDonnees);

    [Fact]
    public void Un_nom_de_fichier_hostile_n_est_pas_recopie_en_entier() =>
        Assert.Contains(
            "« x.xlsx »",
            Assert.Throws<FichierRefuseException>(() => Lire([], "../../etc/x.xlsx")).Phrase,
            StringComparison.Ordinal
        );

    private static byte[] Word() =>
        Zip(
            (
                "[Content_Types].xml",
                "<Types xmlns=\"x\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
            ("word/document.xml", "<x/>")
        );

    /// <summary>Réécrit la taille décompressée annoncée d'une partie, dans le répertoire central comme dans son en-tête.</summary>
    private static void Mentir(byte[] zip, string partie, uint taille)
    {
        var nom = Encoding.UTF8.GetBytes(partie);
        var mensonges = 0;
        for (var i = 0; i + 46 + nom.Length <= zip.Length; i++)
        {
            var central = zip.AsSpan(i).StartsWith("PK\u0001\u0002"u8);
            var local = zip.AsSpan(i).StartsWith("PK\u0003\u0004"u8);
            if ((central && zip.AsSpan(i + 46).StartsWith(nom)) || (local && zip.AsSpan(i + 30).StartsWith(nom)))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(i + (central ? 24 : 22)), taille);
                mensonges++;
            }
        }

        Assert.Equal(2, mensonges);
    }

    private sealed class FluxSansTaille(byte[] contenu) : Stream
    {
        public int Lus { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Lus;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var lus = Math.Min(count, contenu.Length - Lus);
            Array.Copy(contenu, Lus, buffer, offset, lus);
            Lus += lus;
            return lus;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

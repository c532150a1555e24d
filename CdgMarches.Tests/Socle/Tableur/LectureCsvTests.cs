using System.Text;
using CdgMarches.App.Socle.Tableur;
using static CdgMarches.Tests.Socle.Tableur.FichiersDEssai;

namespace CdgMarches.Tests.Socle.Tableur;

public sealed class LectureCsvTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("Nom;Ville\nLefèvre;Étaples\n")]
    [InlineData("Nom,Ville\r\nLefèvre,Étaples")]
    [InlineData("Nom\tVille\rLefèvre\tÉtaples\r")]
    [InlineData("sep=;\nNom;Ville\nLefèvre;Étaples")]
    [InlineData("\"Nom\";\"Ville\"\n\"Lefèvre\";\"Étaples\"")]
    public void Le_separateur_et_les_fins_de_ligne_sont_devines(string texte)
    {
        foreach (
            var encodage in new[]
            {
                new UTF8Encoding(false),
                new UTF8Encoding(true),
                Windows1252,
                Encoding.Unicode,
                Encoding.BigEndianUnicode,
            }
        )
        {
            var lu = Lire([.. encodage.GetPreamble(), .. encodage.GetBytes(texte)], "liste.csv");

            var lignes = lu.Feuilles[0].Lignes;
            Assert.Equal([1, 2], lignes.Select(l => l.Numero));
            Assert.Equal(["Lefèvre", "Étaples"], lignes[1].Cellules.Select(c => c.Texte));
            Assert.Equal(encodage == Windows1252, lu.Avis.Count == 1);
        }
    }

    [Fact]
    public void Les_guillemets_les_separateurs_et_les_retours_a_la_ligne_dans_un_champ_gardent_le_numero_de_ligne_d_excel()
    {
        var lu = Lire("a;\"b \"\"c\"\";\nd\";e\n\n;;\nf;12\" écran;\"\"\n"u8.ToArray(), "liste.csv");

        var lignes = lu.Feuilles[0].Lignes;
        Assert.Equal([1, 4], lignes.Select(l => l.Numero));
        Assert.Equal(["a", "b \"c\";\nd", "e"], lignes[0].Cellules.Select(c => c.Texte));
        Assert.Equal(["f", "12\" écran"], lignes[1].Cellules.Select(c => c.Texte));
    }

    [Fact]
    public void Les_decimales_francaises_ne_trompent_pas_sur_le_separateur() =>
        Assert.Equal("1,5", Lire("Code;Qté\nA;1,5\nB;2,5\n"u8.ToArray(), "a.csv").Feuilles[0].Lignes[1][2].Texte);

    [Fact]
    public void La_parade_des_zeros_est_comprise()
    {
        var lu = Lire("Code;Insee\nA;=\"01001\"\nB;\"=\"\"02002\"\"\"\nC;=1+1\n"u8.ToArray(), "a.csv");

        Assert.Equal(["01001", "02002", "=1+1"], lu.Feuilles[0].Lignes.Skip(1).Select(l => l[2].Texte));
        Assert.All(lu.Feuilles[0].Lignes, l => Assert.All(l.Cellules, c => Assert.Equal(TypeDeCellule.Texte, c.Type)));
    }

    [Fact]
    public void Un_guillemet_jamais_referme_est_refuse_avec_sa_ligne() =>
        Assert.Contains(
            "ligne 2",
            Refuse("a;b\nc;\"d\ne;f"u8.ToArray(), MotifDeRefus.GuillemetOuvert).Phrase,
            StringComparison.Ordinal
        );

    [Fact]
    public void Un_encodage_perdu_ou_etranger_est_refuse_plutot_que_d_abimer_les_noms()
    {
        var deuxFois = Encoding.UTF8.GetBytes(Windows1252.GetString(Encoding.UTF8.GetBytes("Nom;Étaples\nBéthune;x")));
        var dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!.GetBytes("Nom;Ville\nBéthune;Hénin");
        var mac = CodePagesEncodingProvider.Instance.GetEncoding(10000)!.GetBytes("Nom;Ville\nBéthune;Hénin");

        Assert.Contains("« Ã", Refuse(deuxFois, MotifDeRefus.Encodage).Phrase, StringComparison.Ordinal);
        Refuse(dos, MotifDeRefus.Encodage);
        Refuse(mac, MotifDeRefus.Encodage);
        Refuse("B\uFFFDthune;x"u8.ToArray(), MotifDeRefus.Encodage);
        Refuse([0xEF, 0xBB, 0xBF, (byte)'a', 0xE9, (byte)';'], MotifDeRefus.Encodage);
    }

    [Fact]
    public void Les_accents_et_signes_courants_de_windows_1252_sont_acceptes()
    {
        const string Texte = "Nom;Prix\nŒuvre « d’Été » – Cœur…;1 234,56 €\nLoïc Žižka;ÀÂÇÈÉÊËÎÏÔÙÛÜŸ";

        Assert.Equal(4, Lire(Windows1252.GetBytes(Texte), "a.csv").Feuilles[0].Lignes.Skip(1).Sum(l => l.Cellules.Count));
    }

    [Fact]
    public void Un_csv_sans_rien_est_refuse() => Refuse(";;;\n;;\n \n"u8.ToArray(), MotifDeRefus.SansDonnees);
}

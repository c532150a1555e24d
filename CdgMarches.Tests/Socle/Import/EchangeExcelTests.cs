using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using static CdgMarches.Tests.Socle.Import.ImportDEssai;
using static CdgMarches.Tests.Socle.Tableur.FichiersDEssai;

namespace CdgMarches.Tests.Socle.Import;

public sealed class EchangeExcelTests
{
    [Fact]
    public void Le_fichier_exporte_se_reimporte_sans_rien_changer()
    {
        var apercu = Apercu(Exporter(Existants[..2]));

        Assert.Equal("✓ 0 nouvelle · ↻ 0 modifiée · = 2 inchangées · ⚠ 0 avertissement · ✗ 0 erreur", apercu.Phrase);
        Assert.True(apercu.RienAImporter);
        Assert.Empty(apercu.Avis);
    }

    [Fact]
    public void Une_ligne_de_total_est_ignoree_et_le_dit()
    {
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(classeur, Plan, LesChamps, Existants[..1]).Total();

        var apercu = Apercu(classeur.Enregistrer());

        Assert.Equal(EtatDeLigne.Inchangee, Assert.Single(apercu.Lignes).Etat);
        Assert.Contains("ligne 3", Assert.Single(apercu.Avis), StringComparison.Ordinal);
    }

    [Fact]
    public void Le_fichier_des_refus_a_les_colonnes_du_modele_un_motif_et_se_reimporte_corrige()
    {
        using var source = ClasseurExcel.Creer();
        var feuille = source.Feuille("Besoins").Entetes([.. Plan.Colonnes.Take(5).Select(c => c.PourExcel())]);
        feuille.Ligne().Texte("01001").Texte("Gants nitrile").Texte("Fournitures").Quantite(1_500).Montant(1_250);
        feuille.Ligne().Texte("01002").Texte("=Masque").Texte("Bricolage").Quantite(2_500).Montant(300);
        source.Meta(new Dictionary<string, string> { ["campagne"] = "42" });

        var refus = EchangeExcel.EcrireLesRefus(Apercu(source.Enregistrer()));

        var lu = Lire(refus);
        Assert.Equal("42", lu.Meta["campagne"]);
        Assert.Equal(
            ["Code", "Désignation", "Nature", "Minimum", "Prix HT (€)", "Motif"],
            lu.Feuilles[0].Lignes[0].Cellules.Select(c => c.Texte)
        );
        var ligne = Assert.Single(lu.Feuilles[0].Lignes.Skip(1));
        Assert.Equal(("01002", "=Masque", "Bricolage", 2.5m), (ligne[1].Texte, ligne[2].Texte, ligne[3].Texte, ligne[4].Nombre));
        Assert.StartsWith("Feuille Besoins, ligne 3, colonne C : « Bricolage »", ligne[6].Texte, StringComparison.Ordinal);

        using var corrige = new ClosedXML.Excel.XLWorkbook(new MemoryStream(refus));
        corrige.Worksheet("Besoins").Cell("C2").SetValue("Services");
        using var flux = new MemoryStream();
        corrige.SaveAs(flux);
        var apercu = Apercu(flux.ToArray());
        Assert.True(apercu.SansErreur);
        Assert.Equal(EtatDeLigne.Modifiee, Assert.Single(apercu.Lignes).Etat);
        Assert.DoesNotContain(apercu.Avis, a => a.Contains("Motif", StringComparison.Ordinal));
    }

    private static byte[] Exporter(IEnumerable<Article> articles)
    {
        using var classeur = ClasseurExcel.Creer();
        EchangeExcel.Ecrire(classeur, Plan, LesChamps, articles);
        return classeur.Enregistrer();
    }
}

using System.IO.Compression;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using static CdgMarches.Tests.Documents.WordDEssai;

namespace CdgMarches.Tests.Documents;

/// <summary>Ce qu'un modèle déposé doit avoir pour servir, et la phrase qui dit ce qui lui manque.</summary>
public sealed class AnalyseDeModeleTests
{
    private static readonly NatureDEssai Nature = new();

    private static RapportDeModele Analyser(params OpenXmlElement[] corps) => AnalyseDeModele.Analyser(Document(corps), Nature);

    private static void Refuse(string attendu, params OpenXmlElement[] corps) =>
        Assert.Contains(Analyser(corps).Defauts, d => d.Contains(attendu, StringComparison.Ordinal));

    [Fact]
    public void Un_modele_dont_toutes_les_marques_existent_est_utilisable()
    {
        var rapport = Analyser(
            Paragraphe("{{destinataire}} {{objet}} {{cdg_nom}} page {{page}}/{{pages}}"),
            Tableau(["{{#lots}}{{numero}}", "{{si infructueux}}infructueux{{fin si}}{{/lots}}"]),
            Paragraphe("{{si urgent}}Urgent{{fin si}}{{si lots}}Des lots{{fin si}}")
        );

        Assert.Empty(rapport.Defauts);
        Assert.Equal(["cdg_nom", "destinataire", "numero", "objet"], rapport.Employes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{{date_sceance}}", "vouliez-vous dire « {{date_seance}} »")]
    [InlineData("{{dtae seance}}", "vouliez-vous dire « {{date_seance}} »")]
    [InlineData("{{#lot}}x{{/lot}}", "vouliez-vous dire « {{#lots}} »")]
    [InlineData("{{si urgnet}}x{{fin si}}", "vouliez-vous dire « {{si urgent}} »")]
    [InlineData("{{xylophone}}", "choisissez dans la liste des champs de « Lettre d'essai »")]
    [InlineData("{{intitule}}", "est un champ du tableau « Lots »")]
    [InlineData("{{#lots}}{{numero}}", "n'est jamais fermé : ajoutez « {{/lots}} »")]
    [InlineData("{{si urgent}}oui", "n'est jamais fermé : ajoutez « {{fin si}} »")]
    [InlineData("{{numero}}{{/lots}}", "ferme un passage qui n'est pas ouvert")]
    [InlineData("{{#lots}}{{si urgent}}{{/lots}}{{fin si}}", "n'est pas fermé avant « {{/lots}} » : ajoutez « {{fin si}} »")]
    [InlineData("{{#lots}}{{numero}}{{fin si}}{{/lots}}", "fermez d'abord celui-ci par « {{/lots}} »")]
    [InlineData("{{de date_sceance}}", "vouliez-vous dire « {{de date_seance}} »")]
    [InlineData("Le {date_seance}", "écrivez « {{date_seance}} »")]
    [InlineData("Le {de objett}", "écrivez « {{de objet}} »")]
    [InlineData("Bonjour {{objet", "Des accolades ne vont pas par deux")]
    public void Une_marque_fautive_est_refusee_en_disant_que_faire(string texte, string attendu) =>
        Refuse(attendu, Paragraphe(texte));

    [Theory]
    [InlineData("{{si urgent}}{{#lots}}{{numero}}{{fin si}}")]
    [InlineData("{{si urgent}}{{si lots}}{{#lots}}{{numero}}{{fin si}}{{fin si}}")]
    public void Une_seule_marque_oubliee_fait_un_seul_defaut(string texte) =>
        Assert.Contains("{{/lots}}", Assert.Single(Analyser(Paragraphe(texte)).Defauts), StringComparison.Ordinal);

    [Fact]
    public void Des_accolades_qui_ne_nomment_aucun_champ_restent_du_texte() =>
        Assert.Empty(Analyser(Paragraphe("Rayer la mention inutile {voir l'objet en annexe}")).Defauts);

    [Fact]
    public void Tous_les_defauts_sont_dits_a_la_fois() =>
        Assert.Equal(3, Analyser(Paragraphe("{{objett}} {{#lots}} {{date_sceance}}")).Defauts.Count);

    [Fact]
    public void Une_repetition_qui_commence_dans_un_tableau_et_finit_dehors_est_refusee() =>
        Refuse("s'ouvre dans un tableau", Tableau(["{{#lots}}{{numero}}"]), Paragraphe("{{/lots}}"));

    [Fact]
    public void Des_modifications_suivies_sont_a_accepter_d_abord() =>
        Refuse("modifications suivies", new Paragraph(new InsertedRun(new Run(new Text("ajout"))) { Author = "x", Id = "1" }));

    [Theory]
    [InlineData("word/vbaProject.bin", "contient des macros")]
    [InlineData("word/embeddings/classeur.xlsx", "objet incorporé")]
    public void Un_paquet_qui_porte_autre_chose_que_du_texte_est_refuse(string entree, string attendu)
    {
        var flux = new MemoryStream();
        flux.Write(Document(Paragraphe("{{objet}}")));
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.CreateEntry(entree);
        }

        Assert.Contains(
            attendu,
            Assert.Single(AnalyseDeModele.Analyser(flux.ToArray(), Nature).Defauts),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Un_docm_renomme_est_refuse()
    {
        using var flux = new MemoryStream();
        using (var document = WordprocessingDocument.Create(flux, WordprocessingDocumentType.MacroEnabledDocument))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(Paragraphe("x")));
        }

        Assert.Contains(
            ".docm",
            Assert.Single(AnalyseDeModele.Analyser(flux.ToArray(), Nature).Defauts),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ceci n'est pas Word")]
    [InlineData("")]
    public void Ce_qui_n_est_pas_Word_est_refuse(string contenu) =>
        Assert.Contains(
            "n'est pas un document Word",
            Assert.Single(AnalyseDeModele.Analyser(System.Text.Encoding.UTF8.GetBytes(contenu), Nature).Defauts),
            StringComparison.Ordinal
        );

    [Fact]
    public void Un_document_gonfle_est_refuse_sans_etre_lu()
    {
        var flux = new MemoryStream();
        flux.Write(Document(Paragraphe("{{objet}}")));
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var gros = archive.CreateEntry("word/media/image1.png").Open();
            var bloc = new byte[1024 * 1024];
            for (var i = 0; i < 101; i++)
            {
                gros.Write(bloc);
            }
        }

        Assert.Contains(
            "anormalement gros",
            Assert.Single(AnalyseDeModele.Analyser(flux.ToArray(), Nature).Defauts),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Un_document_Word_tronque_est_refuse()
    {
        var entier = Document(Paragraphe("{{objet}}"));

        Assert.False(AnalyseDeModele.Analyser(entier[..(entier.Length / 2)], Nature).EstUtilisable);
    }

    [Fact]
    public void Le_modele_d_origine_d_une_nature_passe_son_propre_controle_et_se_compose_toujours_pareil()
    {
        var (contenu, sha256) = new ModelesDOrigine([]).De(Nature);
        var (_, encore) = new ModelesDOrigine([]).De(Nature);
        using var document = WordprocessingDocument.Open(new MemoryStream(contenu), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Empty(AnalyseDeModele.Analyser(contenu, Nature).Defauts);
        Assert.Equal(sha256, encore);
    }
}

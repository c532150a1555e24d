using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Fusion;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using static CdgMarches.Tests.Documents.WordDEssai;

namespace CdgMarches.Tests.Documents;

/// <summary>De vrais fichiers Word, fusionnés puis rouverts et relus.</summary>
public sealed class FusionTests
{
    private static DonneesDeFusion Donnees()
    {
        var donnees = new DonneesDeFusion("Lettre");
        donnees.Champ("objet", "Papier & enveloppes").Champ("date_seance", "16 mars 2026").Condition("urgent", false);
        donnees.Table(
            "lots",
            (IEnumerable<(string Numero, string Intitule, string Offres)>)
                [("1", "Papier", "Alpha;Bêta"), ("2", "Enveloppes", "")],
            (lot, ligne) =>
                ligne
                    .Champ("numero", lot.Numero)
                    .Champ("intitule", lot.Intitule)
                    .Condition("infructueux", lot.Offres.Length == 0)
                    .Table(
                        "offres",
                        lot.Offres.Split(';', StringSplitOptions.RemoveEmptyEntries),
                        (o, l) => l.Champ("candidat", o)
                    )
        );
        return donnees;
    }

    private static string Fusionner(params OpenXmlElement[] corps)
    {
        var produit = FusionDeDocument.Fusionner(Document(corps), Donnees());
        using var document = WordprocessingDocument.Open(new MemoryStream(produit), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        return Lire(produit);
    }

    [Fact]
    public void Un_champ_prend_sa_valeur_et_un_champ_absent_ne_laisse_rien() =>
        Assert.Equal("Objet : Papier & enveloppes, .", Fusionner(Paragraphe("Objet : {{objet}}, {{rien}}.")));

    [Fact]
    public void Une_marque_coupee_en_fragments_par_Word_est_recollee() =>
        Assert.Equal(
            "Le 16 mars 2026 et encore 16 mars 2026, voilà",
            Fusionner(Paragraphe("Le {", "{da", "te_sea", "nce}", "} et encore {{date", "_seance}}, voilà"))
        );

    [Fact]
    public void Les_noms_se_comparent_sans_accent_ni_casse_ni_espace() =>
        Assert.Equal("16 mars 2026", Fusionner(Paragraphe("{{ Date Séance }}")));

    [Theory]
    [InlineData(
        "En application {{de acte}}, pour {{le acte}}.",
        "En application de la convention d'accès, pour la convention d'accès."
    )]
    [InlineData("{{Le acte}} fixe ce qui revient {{à lieu}}.", "La convention d'accès fixe ce qui revient au Touquet.")]
    [InlineData("Le besoin {{ de  lieu }}, {{de rien}} fini.", "Le besoin du Touquet,  fini.")]
    [InlineData("« {{cite}} », {{cite}}", "« Groupement “Papier” », Groupement « Papier »")]
    public void Un_champ_s_accorde_avec_la_phrase(string texte, string attendu)
    {
        var donnees = new DonneesDeFusion("Lettre");
        donnees.Champ("acte", "Convention d'accès").Champ("lieu", "Le Touquet").Champ("cite", "Groupement « Papier »");

        Assert.Equal(attendu, Lire(FusionDeDocument.Fusionner(Document(Paragraphe(texte)), donnees)));
    }

    [Fact]
    public void Une_ligne_de_tableau_se_repete_avec_ses_cellules() =>
        Assert.Equal(
            "N°|Lot\n1|Papier\n2|Enveloppes",
            Fusionner(Tableau(["N°", "Lot"], ["{{#lots}}{{numero}}", "{{intitule}}{{/lots}}"]), Paragraphe()).TrimEnd('\n')
        );

    [Fact]
    public void Les_lignes_qui_ne_portent_que_la_marque_disparaissent() =>
        Assert.Equal(
            "N°|Lot\n1|Papier\n2|Enveloppes",
            Fusionner(Tableau(["N°", "Lot"], ["{{#lots}}", ""], ["{{numero}}", "{{intitule}}"], ["", "{{/lots}}"]), Paragraphe())
                .TrimEnd('\n')
        );

    [Fact]
    public void Des_paragraphes_se_repetent_et_s_emboitent() =>
        Assert.Equal(
            "Lot 1\n- Alpha\n- Bêta\nLot 2\nLot déclaré infructueux",
            Fusionner(
                Paragraphe("{{#lots}}"),
                Paragraphe("Lot {{numero}}"),
                Paragraphe("{{#offres}}"),
                Paragraphe("- {{candidat}}"),
                Paragraphe("{{/offres}}"),
                Paragraphe("{{si infructueux}}"),
                Paragraphe("Lot déclaré infructueux"),
                Paragraphe("{{fin si}}"),
                Paragraphe("{{/lots}}")
            )
        );

    [Fact]
    public void Une_repetition_dans_une_phrase_reste_dans_la_phrase() =>
        Assert.Equal("Lots : Papier ; Enveloppes ; fin.", Fusionner(Paragraphe("Lots : {{#lots}}{{intitule}} ; {{/lots}}fin.")));

    [Fact]
    public void Une_condition_montre_ou_cache_et_sa_negation_fait_l_inverse() =>
        Assert.Equal("Ordinaire", Fusionner(Paragraphe("{{si urgent}}Urgent{{fin si}}{{si non urgent}}Ordinaire{{fin si}}")));

    [Fact]
    public void Un_tableau_sans_ligne_disparait_et_laisse_un_document_valable() =>
        Assert.Equal(
            "Avant\nAprès",
            Fusionner(Paragraphe("Avant"), Tableau(["{{#absent}}x", "y{{/absent}}"]), Paragraphe("Après"))
        );

    [Fact]
    public void Une_cellule_dont_tout_est_cache_garde_un_paragraphe() =>
        Assert.Equal(
            "a|",
            Fusionner(
                    Tableau(
                        new TableRow(
                            new TableCell(Paragraphe("a")),
                            new TableCell(Paragraphe("{{si urgent}}"), Paragraphe("caché"), Paragraphe("{{fin si}}"))
                        )
                    ),
                    Paragraphe()
                )
                .TrimEnd('\n')
        );

    [Fact]
    public void Une_valeur_a_plusieurs_lignes_va_a_la_ligne_et_une_valeur_qui_ressemble_a_une_marque_reste_un_texte()
    {
        var donnees = new DonneesDeFusion("x");
        donnees.Champ("objet", "{{/lots}}").Champ("date_seance", "un\r\ndeux\u0001");
        var modele = Document(Paragraphe("{{#lots}}{{objet}}{{/lots}}"), Paragraphe("{{date_seance}}"), Paragraphe("{{objet}}"));
        donnees.Table("lots", [1], (_, l) => l.Champ("objet", "{{fin si}}"));

        Assert.Equal("{{fin si}}\nun⏎deux\n{{/lots}}", Lire(FusionDeDocument.Fusionner(modele, donnees)));
    }

    [Fact]
    public void Un_controle_de_contenu_vaut_la_marque_que_sa_balise_nomme()
    {
        var champ = new SdtBlock(
            new SdtProperties(new Tag { Val = "date_seance" }),
            new SdtContentBlock(new Paragraph(new Run(new RunProperties(new Bold()), new Text("cliquez ici"))))
        );
        var enLigne = new Paragraph(
            new SdtRun(new SdtProperties(new Tag { Val = "objet" }), new SdtContentRun(new Run(new Text("objet"))))
        );
        var repete = new SdtBlock(
            new SdtProperties(new Tag { Val = "#lots" }),
            new SdtContentBlock(Paragraphe("Lot {{numero}}"))
        );

        Assert.Equal("16 mars 2026\nPapier & enveloppes\nLot 1\nLot 2", Fusionner(champ, enLigne, repete));
    }

    [Fact]
    public void Un_champ_de_publipostage_de_Word_vaut_la_marque_du_meme_nom()
    {
        var simple = new Paragraph(
            new Run(new Text("Le ") { Space = SpaceProcessingModeValues.Preserve }),
            new SimpleField(new Run(new Text("«date_seance»"))) { Instruction = " MERGEFIELD date_seance \\* MERGEFORMAT " }
        );
        var compose = new Paragraph(
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(" MERGEFIELD  \"objet\" ")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new Run(new RunProperties(new Bold()), new Text("«objet»")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
            new Run(new Text("."))
        );

        Assert.Equal("Le 16 mars 2026\nPapier & enveloppes.", Fusionner(simple, compose));
    }

    [Fact]
    public void Un_fichier_enregistre_comme_modele_de_Word_donne_de_vrais_documents()
    {
        using var flux = new MemoryStream();
        using (var gabarit = WordprocessingDocument.Create(flux, WordprocessingDocumentType.Template))
        {
            gabarit.AddMainDocumentPart().Document = new Document(new Body(Paragraphe("Objet : {{objet}}")));
        }

        var produit = FusionDeDocument.Fusionner(flux.ToArray(), Donnees());

        using var document = WordprocessingDocument.Open(new MemoryStream(produit), isEditable: false);
        Assert.Equal(WordprocessingDocumentType.Document, document.DocumentType);
        Assert.Equal("Objet : Papier & enveloppes", Lire(produit));
    }

    [Fact]
    public void La_mise_en_forme_de_la_marque_est_celle_de_la_valeur()
    {
        var modele = Document(
            new Paragraph(
                new Run(new RunProperties(new Italic()), new Text("{{ob")),
                new Run(new RunProperties(new Bold()), new Text("jet}}"))
            )
        );
        using var produit = WordprocessingDocument.Open(
            new MemoryStream(FusionDeDocument.Fusionner(modele, Donnees())),
            isEditable: false
        );

        var fragment = produit.MainDocumentPart!.Document!.Descendants<Run>().Single(r => r.InnerText.Length > 0);
        Assert.NotNull(fragment.RunProperties!.Italic);
        Assert.Null(fragment.RunProperties.Bold);
    }
}

using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using CdgMarches.Domain.Documents;
using CdgMarches.Tests.Outils;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Documents;

/// <summary>Chaque nature déclarée par une capacité a un modèle d'origine qui s'ouvre, se contrôle et se fusionne sans reste.</summary>
[Collection(ApplicationEnMarche.Collection)]
public sealed class ModelesDOrigineTests(ApplicationEnMarche app)
{
    [Fact]
    public void Tout_modele_d_origine_est_un_Word_valable_dont_toutes_les_marques_existent()
    {
        var origine = app.Services.GetRequiredService<ModelesDOrigine>();
        List<string> fautes = [];
        foreach (var nature in app.Services.GetRequiredService<CatalogueDeDocuments>().Toutes)
        {
            var (contenu, _) = origine.De(nature);
            fautes.AddRange(AnalyseDeModele.Analyser(contenu, nature).Defauts.Select(d => $"{nature.Code} : {d}"));
            var donnees = Exemples.De(nature);
            new EnTeteLu(new Dictionary<string, string?>(), null).Poser(donnees, Agents.Gestionnaire);
            var produit = FusionDeDocument.Fusionner(contenu, donnees);
            using var document = WordprocessingDocument.Open(new MemoryStream(produit), isEditable: false);
            fautes.AddRange(
                new OpenXmlValidator().Validate(document).Select(e => $"{nature.Code} : {e.Path?.XPath} {e.Description}")
            );
            if (document.MainDocumentPart!.Document!.InnerText.Contains("{{", StringComparison.Ordinal))
            {
                fautes.Add($"{nature.Code} : une marque reste dans le document produit");
            }

            var taille = document.MainDocumentPart.Document.Descendants<PageSize>().First();
            Assert.Equal(nature.Orientation is OrientationDePage.Paysage, taille.Width!.Value > taille.Height!.Value);
            Assert.All(
                document.MainDocumentPart.FooterParts,
                p => Assert.Contains("NUMPAGES", p.Footer!.OuterXml, StringComparison.Ordinal)
            );
        }

        Assert.Empty(fautes);
    }

    [Fact]
    public void Le_bloc_de_signature_nomme_la_partie_avec_son_article()
    {
        var nature = app.Services.GetRequiredService<CatalogueDeDocuments>().De("contributions.avenant-de-grille");
        var donnees = Exemples.De(nature);
        new EnTeteLu(new Dictionary<string, string?>(), null).Poser(donnees, Agents.Gestionnaire);

        var texte = WordDEssai.Lire(
            FusionDeDocument.Fusionner(app.Services.GetRequiredService<ModelesDOrigine>().De(nature).Contenu, donnees)
        );

        Assert.Contains("Pour la commune d'Arras", texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GenreDeDocument.Convention)]
    [InlineData(GenreDeDocument.Avenant)]
    [InlineData(GenreDeDocument.Courrier)]
    public void La_bibliotheque_a_ces_genres(GenreDeDocument genre) =>
        Assert.Contains(app.Services.GetRequiredService<CatalogueDeDocuments>().Toutes, n => n.Genre == genre);

    [Fact]
    public void Deux_natures_n_ont_jamais_le_meme_code_et_chaque_code_se_normalise_sans_changer()
    {
        foreach (var nature in app.Services.GetRequiredService<CatalogueDeDocuments>().Toutes)
        {
            Assert.True(nature.Code.Length <= Modele.LongueurDeLaNature, nature.Code);
            Assert.All(
                nature
                    .Champs.Select(c => c.Code)
                    .Concat(nature.Tables.Select(t => t.Code))
                    .Concat(nature.Conditions.Select(c => c.Code)),
                c => Assert.Equal(c, Marque.Normaliser(c))
            );
        }
    }
}

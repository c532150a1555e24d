using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Écrit une série de documents à la suite dans un seul, chacun dans sa section : pour les imprimer d'un coup.</summary>
/// <remarks>La numérotation reprend à 1 à chaque document, et « x/y » compte les pages du document, non du tout.</remarks>
public static class FusionEnUn
{
    /// <param name="modele">Le modèle lu.</param>
    /// <param name="serie">Un élément par document, un au moins.</param>
    /// <param name="titre">Le titre du tout.</param>
    public static byte[] Fusionner(ModeleCompile modele, IReadOnlyList<DonneesDeFusion> serie, string titre)
    {
        using var flux = new MemoryStream();
        flux.Write(modele.Paquet);
        using (var document = WordprocessingDocument.Open(flux, isEditable: true, new OpenSettings { AutoSave = false }))
        {
            var principal = document.MainDocumentPart!;
            var preparees = ModeleCompile
                .PartiesDe(principal)
                .Zip(ModeleCompile.PartiesDe(principal).Select(p => modele.Preparee(p.Uri.ToString())))
                .Where(p => p.Second is not null)
                .ToDictionary(p => p.First, p => p.Second!);
            var assemblage = new Assemblage(principal, preparees);
            for (var i = 0; i < serie.Count; i++)
            {
                assemblage.Ajouter(serie[i], estLeDernier: i == serie.Count - 1);
            }

            assemblage.Ecrire();
            ModeleCompile.Titrer(document, titre);
        }

        return flux.ToArray();
    }

    private sealed class Assemblage(MainDocumentPart principal, Dictionary<OpenXmlPart, OpenXmlPartRootElement> preparees)
    {
        private readonly Document _sortie = (Document)preparees[principal].CloneNode(true);
        private readonly Dictionary<(OpenXmlPart, string), string> _partiesEcrites = [];
        private readonly Dictionary<OpenXmlPart, Developpement> _developpements = [];
        private readonly List<OpenXmlElement> _corps = [];
        private DonneesDeFusion? _enCours;

        public void Ajouter(DonneesDeFusion donnees, bool estLeDernier)
        {
            _enCours = donnees;
            var texte = (Document)preparees[principal].CloneNode(true);
            Pour(principal).Developper(texte, donnees);
            var section = Sections(texte, donnees);
            foreach (var element in texte.Body!.ChildElements.Where(e => e is not SectionProperties).ToList())
            {
                element.Remove();
                _corps.Add(element);
            }

            if (estLeDernier)
            {
                _corps.Add(section);
                return;
            }

            // The section of a document that is not the last one sits in its last paragraph.
            if (_corps[^1] is not Paragraph { ParagraphProperties.SectionProperties: null } dernier)
            {
                dernier = new Paragraph(
                    new ParagraphProperties(
                        new SpacingBetweenLines
                        {
                            Before = "0",
                            After = "0",
                            Line = "20",
                            LineRule = LineSpacingRuleValues.Exact,
                        }
                    )
                );
                _corps.Add(dernier);
            }

            (dernier.ParagraphProperties ??= new ParagraphProperties()).SectionProperties = section;
        }

        public void Ecrire()
        {
            var corps = _sortie.Body!;
            corps.RemoveAllChildren();
            corps.Append(_corps);
            ModeleCompile.Ecrire(principal, _sortie);
            foreach (var (partie, preparee) in preparees.Where(p => p.Key is not (MainDocumentPart or HeaderPart or FooterPart)))
            {
                var copie = (OpenXmlPartRootElement)preparee.CloneNode(true);
                Pour(partie).Developper(copie, _enCours!);
                ModeleCompile.Ecrire(partie, copie);
            }

            OterLesPartiesInutiles();
        }

        /// <summary>Les en-têtes et pieds du modèle, remplacés par ceux des documents.</summary>
        private void OterLesPartiesInutiles()
        {
            var employees = _partiesEcrites.Values.ToHashSet(StringComparer.Ordinal);
            foreach (var partie in principal.HeaderParts.Concat<OpenXmlPart>(principal.FooterParts).ToList())
            {
                if (!employees.Contains(principal.GetIdOfPart(partie)))
                {
                    principal.DeletePart(partie);
                }
            }
        }

        private Developpement Pour(OpenXmlPart partie)
        {
            if (!_developpements.TryGetValue(partie, out var developpement))
            {
                developpement = new Developpement(partie);
                _developpements.Add(partie, developpement);
            }

            return developpement;
        }

        /// <summary>La section finale de ce document, en-têtes et pieds à ses données, numérotée à partir de 1.</summary>
        private SectionProperties Sections(Document texte, DonneesDeFusion donnees)
        {
            var finale = texte.Body!.Elements<SectionProperties>().LastOrDefault() ?? new SectionProperties();
            foreach (var section in texte.Descendants<SectionProperties>())
            {
                foreach (var reference in section.Elements<HeaderFooterReferenceType>().ToList())
                {
                    reference.Id = Reference(reference.Id!.Value!, donnees);
                }
            }

            var premiere = texte.Descendants<SectionProperties>().FirstOrDefault() ?? finale;
            premiere.RemoveAllChildren<PageNumberType>();
            var numero = new PageNumberType { Start = 1 };
            if (premiere.Elements<PageMargin>().LastOrDefault() is { } marges)
            {
                marges.InsertAfterSelf(numero);
            }
            else
            {
                premiere.Append(numero);
            }

            // A document without section properties gets its own, which no parent holds yet.
            if (finale.Parent is not null)
            {
                finale.Remove();
            }

            return finale;
        }

        /// <summary>L'en-tête ou le pied à ces données ; celui d'un document précédent s'il est identique.</summary>
        private string Reference(string relation, DonneesDeFusion donnees)
        {
            var partie = principal.GetPartById(relation);
            var racine = (OpenXmlPartRootElement)(preparees.GetValueOrDefault(partie) ?? partie.RootElement!).CloneNode(true);
            Pour(partie).Developper(racine, donnees);
            foreach (var champ in racine.Descendants<SimpleField>())
            {
                champ.Instruction = champ.Instruction?.Value?.Replace("NUMPAGES", "SECTIONPAGES", StringComparison.Ordinal);
            }

            foreach (var code in racine.Descendants<FieldCode>())
            {
                code.Text = code.Text.Replace("NUMPAGES", "SECTIONPAGES", StringComparison.Ordinal);
            }

            var cle = (partie, racine.OuterXml);
            if (_partiesEcrites.TryGetValue(cle, out var connue))
            {
                return connue;
            }

            var nouvelle = Copier(partie, racine);
            _partiesEcrites.Add(cle, nouvelle);
            return nouvelle;
        }

        private string Copier(OpenXmlPart partie, OpenXmlPartRootElement racine)
        {
            OpenXmlPart copie = partie is HeaderPart ? principal.AddNewPart<HeaderPart>() : principal.AddNewPart<FooterPart>();
            foreach (var liee in partie.Parts)
            {
                copie.AddPart(liee.OpenXmlPart, liee.RelationshipId);
            }

            foreach (var lien in partie.HyperlinkRelationships)
            {
                copie.AddHyperlinkRelationship(lien.Uri, lien.IsExternal, lien.Id);
            }

            ModeleCompile.Ecrire(copie, racine);
            return principal.GetIdOfPart(copie);
        }
    }
}

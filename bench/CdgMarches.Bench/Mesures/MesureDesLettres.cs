using CdgMarches.App.Commissions.Papiers;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using DocumentFormat.OpenXml.Packaging;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// Cinq cents lettres de convocation fusionnées, une par destinataire, contre l'écriture des mêmes cinq cents documents
/// depuis un paquet en mémoire : les mêmes octets posés dans ses parties par la même bibliothèque, sans rien fusionner.
/// </summary>
internal static class MesureDesLettres
{
    private const int Lettres = 500;

    public static async Task ExecuterAsync(Banc banc)
    {
        // Only the declaration and its template are read: no base, no clock.
        var nature = new PapierDeConvocation(null!, null!, null!);
        var paquet = new ModelesDOrigine([nature]).De(nature).Contenu;
        var modele = ModeleCompile.Lire(paquet);
        var serie = Enumerable.Range(1, Lettres).Select(rang => Lettre(nature, rang)).ToList();
        var produites = serie.ConvertAll(modele.Fusionner);
        Rapport.Exiger(
            produites.TrueForAll(p => p.Length > 3000) && produites.Select(Convert.ToHexString).Distinct().Count() == Lettres,
            "Les lettres fusionnées ne sont pas toutes là, ou se ressemblent."
        );
        var parties = produites.ConvertAll(Parties);
        var rapport = await Chronometre.LongAsync(
            "500 lettres de convocation",
            () => Task.Run(() => serie.ForEach(d => modele.Fusionner(d))),
            () => Task.Run(() => parties.ForEach(p => Ecrire(paquet, p)))
        );
        Rapport.Ecrire("documents-convocations", rapport, 3);
    }

    /// <summary>Le plancher : le paquet en mémoire, ses parties déjà écrites posées dedans, rendu en octets.</summary>
    private static byte[] Ecrire(byte[] paquet, Dictionary<string, byte[]> parties)
    {
        using var flux = new MemoryStream(paquet.Length + 65_536);
        flux.Write(paquet);
        using (var document = WordprocessingDocument.Open(flux, isEditable: true, new OpenSettings { AutoSave = false }))
        {
            foreach (var partie in Ecrites(document).ToList())
            {
                using var contenu = new MemoryStream(parties[partie.Uri.ToString()], writable: false);
                partie.FeedData(contenu);
            }

            document.PackageProperties.Title = "Convocation";
        }

        return flux.ToArray();
    }

    private static Dictionary<string, byte[]> Parties(byte[] document)
    {
        using var paquet = WordprocessingDocument.Open(new MemoryStream(document, writable: false), isEditable: false);
        return Ecrites(paquet)
            .ToDictionary(
                p => p.Uri.ToString(),
                p =>
                {
                    using var lecture = p.GetStream();
                    using var octets = new MemoryStream();
                    lecture.CopyTo(octets);
                    return octets.ToArray();
                }
            );
    }

    private static IEnumerable<OpenXmlPart> Ecrites(WordprocessingDocument document) =>
        [document.MainDocumentPart!, .. document.MainDocumentPart!.HeaderParts, .. document.MainDocumentPart.FooterParts];

    private static DonneesDeFusion Lettre(IModeleDeDocument nature, int rang)
    {
        var lettre = new DonneesDeFusion($"Convocation n° {rang}")
        {
            Destinataire = new DestinataireDeDocument(
                Guid.CreateVersion7(),
                $"Commune d'essai n° {rang}",
                [$"Commune d'essai n° {rang}", "À l'attention du maire", $"{rang} place de la Mairie", "62000 ARRAS"]
            ),
        };
        foreach (var champ in nature.Champs)
        {
            lettre.Champ(champ.Code, $"{champ.Exemple} {rang}");
        }

        foreach (var condition in nature.Conditions)
        {
            lettre.Condition(condition.Code, rang % 2 == 0);
        }

        foreach (var table in nature.Tables)
        {
            lettre.Table(
                table.Code,
                Enumerable.Range(1, 6),
                (n, ligne) =>
                {
                    foreach (var champ in table.Champs)
                    {
                        ligne.Champ(champ.Code, $"{champ.Exemple} {n}");
                    }
                }
            );
        }

        lettre.Champ("destinataire", string.Join('\n', lettre.Destinataire!.Lignes));
        return lettre;
    }
}

using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Fusion;
using CdgMarches.App.Documents.Origine;
using DocumentFormat.OpenXml.Packaging;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// Cinq cents lettres de convocation fusionnées, une par destinataire, contre l'écriture des mêmes cinq cents documents
/// depuis un paquet en mémoire : les mêmes parties réécrites par la même bibliothèque, sans rien fusionner.
/// </summary>
internal static class MesureDesLettres
{
    private const int Lettres = 500;

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.CompleteAsync();
        var catalogue = donnees.Service<CatalogueDeDocuments>();
        var nature = catalogue.Trouver("commissions.convocation") ?? catalogue.De("groupements.lettre");
        var modele = ModeleCompile.Lire(donnees.Service<ModelesDOrigine>().De(nature).Contenu);
        var serie = Enumerable.Range(1, Lettres).Select(rang => Lettre(nature, rang)).ToList();
        var produites = serie.ConvertAll(modele.Fusionner);
        Rapport.Exiger(
            produites.TrueForAll(p => p.Length > 3000)
                && produites.Select(p => Convert.ToHexString(p)).Distinct().Count() == Lettres,
            "Les lettres fusionnées ne sont pas toutes là, ou se ressemblent."
        );
        var rapport = await Chronometre.LongAsync(
            "500 lettres de convocation",
            () => Task.Run(() => serie.ForEach(d => modele.Fusionner(d))),
            () =>
                Task.Run(() =>
                {
                    Reecrire(produites[0]);
                }),
            () => Task.CompletedTask
        );
        Rapport.Ecrire("documents-convocations", rapport, 3);
    }

    /// <summary>Le plancher : ouvrir le paquet, réécrire ses parties, le rendre en octets, cinq cents fois.</summary>
    private static int Reecrire(byte[] paquet)
    {
        var octets = 0;
        for (var i = 0; i < Lettres; i++)
        {
            using var flux = new MemoryStream(paquet.Length + 65_536);
            flux.Write(paquet);
            using (var document = WordprocessingDocument.Open(flux, isEditable: true, new OpenSettings { AutoSave = false }))
            {
                document.MainDocumentPart!.Document!.Save();
                foreach (var partie in document.MainDocumentPart.HeaderParts)
                {
                    partie.Header!.Save();
                }

                foreach (var partie in document.MainDocumentPart.FooterParts)
                {
                    partie.Footer!.Save();
                }
            }

            octets += flux.ToArray().Length;
        }

        return octets;
    }

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

using CdgMarches.App.Collectivites.Echanges;
using CdgMarches.App.Socle.Import;
using CdgMarches.Bench.Jeu;
using CdgMarches.Database.Collectivites;
using CdgMarches.Domain.Collectivites;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// L'aperçu d'un import de collectivités de 5 000 lignes × 12 colonnes, du fichier reçu à l'aperçu enregistré, contre
/// ClosedXML qui lit les mêmes cellules sans rien en faire.
/// </summary>
internal static class MesureDImport
{
    private const int Lignes = 5000;

    private static readonly string[] Entetes =
    [
        "SIRET",
        "SIREN",
        "Nom",
        "Catégorie",
        "Code INSEE",
        "Année de l'effectif",
        "Agents",
        "Année de la population",
        "Population totale",
        "Population municipale",
        "Siège : code postal",
        "Siège : ville",
    ];

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = await banc.CompleteAsync();
        var fichier = Fichier();
        Rapport.Exiger(LireCellules(fichier) == (Lignes + 1) * Entetes.Length, "ClosedXML ne lit pas toutes les cellules.");
        var rapport = await Chronometre.LongAsync(
            "aperçu d'un import de 5 000 × 12",
            () => PreparerAsync(donnees, fichier),
            () => Task.FromResult(LireCellules(fichier)),
            () => EffacerAsync(donnees)
        );
        Rapport.Ecrire("import-apercu", rapport, 2);
    }

    private static async Task PreparerAsync(BaseDeBanc donnees, byte[] fichier)
    {
        using var flux = new MemoryStream(fichier, writable: false);
        await donnees.Service<PreparerImport>().ExecuterAsync(Acteurs.Gestionnaire, flux, "collectivites.xlsx");
    }

    /// <summary>Vérifie l'aperçu qui vient d'être gardé, s'il y en a un, puis l'efface : il ne pèse pas sur le suivant.</summary>
    private static async Task EffacerAsync(BaseDeBanc donnees)
    {
        await using var contexte = await donnees.Fabrique.CreateDbContextAsync();
        var gardees = await contexte
            .Set<LigneImportee>()
            .GroupBy(l => l.Etat)
            .Select(g => new { g.Key, Nombre = g.Count() })
            .ToListAsync();
        if (gardees.Count > 0)
        {
            Rapport.Exiger(
                gardees.Sum(g => g.Nombre) == Lignes
                    && gardees.Find(g => g.Key == nameof(EtatDeLigne.Modifiee))?.Nombre == donnees.Jeu.Dimensions.Membres,
                $"L'aperçu ne garde pas {Lignes} lignes dont {donnees.Jeu.Dimensions.Membres} modifiées : {string.Join(", ", gardees)}."
            );
            await contexte.ImportsDeCollectivites.ExecuteDeleteAsync();
        }

        await contexte.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static int LireCellules(byte[] fichier)
    {
        using var flux = new MemoryStream(fichier, writable: false);
        using var classeur = new XLWorkbook(flux);
        var lues = 0;
        foreach (var ligne in classeur.Worksheet(1).RowsUsed())
        {
            for (var colonne = 1; colonne <= Entetes.Length; colonne++)
            {
                lues += ligne.Cell(colonne).Value is null ? 0 : 1;
            }
        }

        return lues;
    }

    /// <summary>Les collectivités du référentiel, dont les effectifs changent, puis de nouvelles.</summary>
    private static byte[] Fichier()
    {
        using var classeur = new XLWorkbook();
        var feuille = classeur.AddWorksheet("Collectivités");
        for (var i = 0; i < Entetes.Length; i++)
        {
            feuille.Cell(1, i + 1).SetValue(Entetes[i]);
        }

        for (var rang = 0; rang < Lignes; rang++)
        {
            object[] valeurs =
            [
                Numeros.Siret(rang).Valeur,
                Numeros.Siren(rang).Valeur,
                $"Commune d'essai n° {rang + 1:D4}",
                Categorie.De(CategorieDeCollectivite.Commune).Libelle,
                Numeros.CodeInsee(rang).Valeur,
                2026,
                3 + (rang % 400),
                2026,
                120 + (rang * 7 % 9000),
                115 + (rang * 7 % 9000),
                Numeros.CodeInsee(rang).Valeur,
                $"Essai-sur-Lys {rang % 900}",
            ];
            for (var i = 0; i < valeurs.Length; i++)
            {
                feuille.Cell(rang + 2, i + 1).SetValue(valeurs[i]);
            }
        }

        using var flux = new MemoryStream();
        classeur.SaveAs(flux);
        return flux.ToArray();
    }
}

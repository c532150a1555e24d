using System.Globalization;
using CdgMarches.App.Recensements.Excel;
using CdgMarches.Bench.Jeu;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Recensements;
using ClosedXML.Excel;

namespace CdgMarches.Bench.Mesures;

/// <summary>
/// Le classeur de consolidation de 20 000 lignes × 12 colonnes, ses données déjà lues, contre ClosedXML qui écrit à la main les
/// mêmes cellules de la feuille du lot, avec les mêmes styles et les mêmes formules.
/// </summary>
internal static class MesureDuClasseur
{
    private const int Membres = 20_000;
    private const int LignesDuLot = 3;
    private const int Colonnes = 12;
    private const int PremiereLigne = 4;
    private const string Fraction = "#,##0.0##";
    private static readonly DateOnly Jour = new(2026, 11, 22);

    public static async Task ExecuterAsync(Banc banc)
    {
        var donnees = Donnees();
        Comparer(Ecrire(donnees), EcrireALaMain(donnees.Lots[0]));
        var rapport = await Chronometre.LongAsync(
            "classeur de consolidation de 20 000 × 12",
            () => Task.FromResult(Ecrire(donnees)),
            () => Task.FromResult(EcrireALaMain(donnees.Lots[0]))
        );
        Rapport.Ecrire("recensement-classeur", rapport, 1.3);
    }

    /// <summary>Un lot de trois articles, minimum, estimé et maximum : neuf nombres et trois textes par membre.</summary>
    private static DonneesDeConsolidation Donnees()
    {
        var prestation = new PrestationDeConsolidation(PrestationId.Nouveau(), "FOURN", "Fournitures de bureau");
        const ChampDeReponse Quantites = ChampDeReponse.Minimum | ChampDeReponse.Estime | ChampDeReponse.Maximum;
        var lot = new LotDeConsolidation(
            "Lot 1 - Papier",
            prestation,
            [.. Enumerable.Range(1, LignesDuLot).Select(n => new LigneDeLot(n, $"Papier n° {n}", "ramette", 2.5m, Quantites))],
            [
                .. Enumerable
                    .Range(0, Membres)
                    .Select(rang => new MembreDeLot(
                        $"Commune d'essai n° {rang + 1:D5}",
                        Numeros.Siret(rang).Valeur,
                        EtatDeReponse.Validee
                    )),
            ]
        );
        for (var membre = 0; membre < Membres; membre++)
        {
            for (var ligne = 0; ligne < LignesDuLot; ligne++)
            {
                // One quantity in ten has decimals, and its own number format.
                var milliemes = (1 + (((membre * 7) + (ligne * 13)) % 97)) * 1000L + (membre % 10 == 0 ? 250 : 0);
                lot.Poser(membre, ligne, milliemes, milliemes * 2, milliemes * 3, null);
            }
        }

        var campagne = new EnTeteDeCampagne(
            CampagneId.Nouveau(),
            "CAMP-2027-001",
            "Besoins 2027",
            2027,
            null,
            Jour,
            PeriodeDesQuantites.Annuelle,
            4,
            1
        );
        return new DonneesDeConsolidation(campagne, null, [lot], [], [prestation], []);
    }

    private static byte[] Ecrire(DonneesDeConsolidation donnees)
    {
        using var flux = new MemoryStream();
        ClasseurDeConsolidation.Ecrire(donnees, flux, Jour, TimeZoneInfo.FindSystemTimeZoneById(FuseauLegal.Paris.Identifiant));
        return flux.ToArray();
    }

    private static byte[] EcrireALaMain(LotDeConsolidation lot)
    {
        using var classeur = new XLWorkbook();
        var feuille = classeur.AddWorksheet("Lot");
        StylerLesColonnes(feuille);
        EcrireLesTitres(feuille, lot);
        var numero = PremiereLigne;
        for (var membre = 0; membre < lot.Membres.Count; membre++, numero++)
        {
            var (nom, siret, etat) = lot.Membres[membre];
            feuille.Cell(numero, 1).SetValue(nom);
            feuille.Cell(numero, 2).SetValue(siret);
            feuille.Cell(numero, 3).SetValue(etat.Libelle());
            for (var colonne = 0; colonne < lot.Colonnes.Count; colonne++)
            {
                var milliemes = lot[membre, colonne]!.Value;
                var cellule = feuille.Cell(numero, colonne + 4);
                cellule.SetValue(milliemes / 1000m);
                if (milliemes % 1000 != 0)
                {
                    cellule.Style.NumberFormat.Format = Fraction;
                }
            }
        }

        EcrireLesTotaux(feuille, numero);
        feuille.SheetView.Freeze(PremiereLigne - 1, 3);
        feuille.Range(PremiereLigne - 1, 1, numero - 1, Colonnes).SetAutoFilter();
        using var flux = new MemoryStream();
        classeur.SaveAs(
            flux,
            new SaveOptions
            {
                EvaluateFormulasBeforeSaving = true,
                GenerateCalculationChain = false,
                ValidatePackage = false,
            }
        );
        return flux.ToArray();
    }

    private static void StylerLesColonnes(IXLWorksheet feuille)
    {
        for (var colonne = 1; colonne <= Colonnes; colonne++)
        {
            feuille.Column(colonne).Width = colonne == 1 ? 32 : 16;
            var style = feuille.Column(colonne).Style;
            style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            if (colonne <= 3)
            {
                style.NumberFormat.Format = "@";
                style.Alignment.WrapText = true;
            }
            else
            {
                style.NumberFormat.Format = "#,##0";
                style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            }
        }
    }

    private static void EcrireLesTitres(IXLWorksheet feuille, LotDeConsolidation lot)
    {
        feuille.Cell(1, 1).SetValue($"{lot.Nom} — {lot.Prestation.Libelle}");
        feuille.Cell(2, 1).SetValue("Besoins 2027.");
        string[] entetes =
        [
            "Membre",
            "SIRET",
            "Réponse",
            .. lot.Colonnes.Select(c => $"{c.Ligne.Designation} — {c.Champ.Libelle()}"),
        ];
        for (var i = 0; i < entetes.Length; i++)
        {
            feuille.Cell(PremiereLigne - 1, i + 1).SetValue(entetes[i]);
        }

        Souligner(feuille, PremiereLigne - 1);
    }

    private static void EcrireLesTotaux(IXLWorksheet feuille, int numero)
    {
        feuille.Cell(numero, 1).SetValue("Total");
        for (var colonne = 4; colonne <= Colonnes; colonne++)
        {
            var lettre = (char)('A' + colonne - 1);
            feuille.Cell(numero, colonne).FormulaA1 = string.Create(
                CultureInfo.InvariantCulture,
                $"SUM({lettre}{PremiereLigne}:{lettre}{numero - 1})"
            );
            feuille.Cell(numero, colonne).Style.NumberFormat.Format = Fraction;
        }

        Souligner(feuille, numero);
    }

    private static void Souligner(IXLWorksheet feuille, int numero) =>
        feuille
            .Range(numero, 1, numero, Colonnes)
            .Style.Font.SetBold(true)
            .Fill.SetBackgroundColor(XLColor.FromHtml("#DCE6F4"))
            .Border.SetBottomBorder(XLBorderStyleValues.Thin);

    /// <summary>Les deux fichiers portent les mêmes valeurs, avec les mêmes formats, du premier membre au total.</summary>
    private static void Comparer(byte[] produit, byte[] plancher)
    {
        using var fluxDuProduit = new MemoryStream(produit, writable: false);
        using var fluxDuPlancher = new MemoryStream(plancher, writable: false);
        using var ecrit = new XLWorkbook(fluxDuProduit);
        using var attendu = new XLWorkbook(fluxDuPlancher);
        var (feuille, modele) = (
            ecrit.Worksheets.Single(f => f.Name.StartsWith("Lot", StringComparison.Ordinal)),
            attendu.Worksheet(1)
        );
        for (var ligne = PremiereLigne; ligne <= PremiereLigne + Membres; ligne++)
        {
            for (var colonne = 1; colonne <= Colonnes; colonne++)
            {
                var (a, b) = (feuille.Cell(ligne, colonne), modele.Cell(ligne, colonne));
                var total = ligne == PremiereLigne + Membres;
                Rapport.Exiger(
                    Equals(total ? a.CachedValue : a.Value, total ? b.CachedValue : b.Value)
                        && a.Style.NumberFormat.Format == b.Style.NumberFormat.Format,
                    $"Ligne {ligne}, colonne {colonne} : « {a.Value} » ({a.Style.NumberFormat.Format}) au lieu de « {b.Value} » ({b.Style.NumberFormat.Format})."
                );
            }
        }
    }
}

using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Import;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Les titres et les versements rendus par les finances : une ligne, un versement, jamais deux fois.</summary>
public sealed class ImportDesVersementsTests : EssaiDesFinances
{
    private const string Entetes = "N° appel;N° titre;Date titre;Payé le;Montant du versement TTC;Référence du paiement";

    private ImporterDonnees Importer => Banc.Le<ImporterDonnees>();

    [Fact]
    public async Task Les_titres_et_les_versements_se_rapprochent_par_notre_numero_et_le_reste_est_liste()
    {
        Banc.Avancer(60);
        string[] fichier =
        [
            Entetes,
            "APC-2026-0001;118;20/03/2026;;;",
            "APC-2026-0002;119;20/03/2026;02/04/2026;1000,00;M-7",
            "APC-2026-9999;120;20/03/2026;;;",
            "inconnu;121;20/03/2026;;;",
        ];
        var apercu = await ApercevoirAsync(Importer, "titres", fichier);

        Assert.Equal((2, 2), (apercu.Erreurs, apercu.AEcrire));
        Assert.Equal(
            2,
            apercu.Lignes.Count(l => l.Messages.Any(e => e.Contains("n'est pas un de nos appels", StringComparison.Ordinal)))
        );
        await Assert.ThrowsAsync<RefusException>(() => AppliquerAsync(apercu, toutOuRien: true));
        var phrase = await AppliquerAsync(apercu);

        Assert.Contains("2 lignes écrites, 2 lignes refusées", phrase, StringComparison.Ordinal);
        var appels = await AppelsAsync();
        Assert.Equal(["118", "119", null], appels.Select(a => a.NumeroDeTitre));
        Assert.Equal((EtatDAppel.Solde, new DateOnly(2026, 4, 2)), (appels[1].Etat, appels[1].PayeLe));
        Assert.Equal("500.00", appels[0].ResteDu.ToString());
    }

    [Fact]
    public async Task Un_second_versement_s_ajoute_au_premier_et_un_fichier_depose_deux_fois_ne_compte_qu_une()
    {
        Banc.Avancer(60);
        await ImporterAsync("APC-2026-0001;;;20/03/2026;100,00;M-1");
        await ImporterAsync("APC-2026-0001;;;20/03/2026;100,00;M-1");
        Assert.Equal("400.00", (await AppelsAsync())[0].ResteDu.ToString());

        var apercu = await ApercevoirAsync(
            Importer,
            "titres",
            [
                Entetes,
                "APC-2026-0001;;;20/03/2026;100,00;M-1",
                "APC-2026-0001;;;02/04/2026;100,00;M-2",
                "APC-2026-0001;;;03/04/2026;150,00;M-3",
            ]
        );
        var changement = apercu.Lignes.Single(l => l.Numero == 3).Cellules.Single(c => c.Entete == "Montant du versement TTC");
        Assert.Equal((null, true), (changement.Ancienne, changement.Nouvelle!.EndsWith("TTC", StringComparison.Ordinal)));
        Assert.Equal(EtatDeLigne.Inchangee, apercu.Lignes.Single(l => l.Numero == 2).Etat);
        await AppliquerAsync(apercu);

        var appel = (await AppelsAsync())[0];
        Assert.Equal(("150.00", 3), (appel.ResteDu.ToString(), appel.Paiements.Count));
    }

    [Fact]
    public async Task Les_versements_d_un_meme_fichier_ne_depassent_pas_ensemble_ce_qui_reste_du()
    {
        Banc.Avancer(60);
        var apercu = await ApercevoirAsync(
            Importer,
            "titres",
            [Entetes, "APC-2026-0001;;;20/03/2026;300,00;M-1", "APC-2026-0001;;;21/03/2026;300,00;M-2"]
        );

        var refusee = apercu.Lignes.Single(l => l.Etat is EtatDeLigne.Erreur);
        Assert.Equal(3, refusee.Numero);
        Assert.Contains("dépasse ce qui reste dû, 200,00", Assert.Single(refusee.Messages), StringComparison.Ordinal);
        await AppliquerAsync(apercu);
        Assert.Equal("200.00", (await AppelsAsync())[0].ResteDu.ToString());
    }

    [Fact]
    public async Task Un_titre_et_un_versement_a_venir_sont_refuses_comme_a_l_ecran()
    {
        var apercu = await ApercevoirAsync(
            Importer,
            "titres",
            [Entetes, "APC-2026-0001;118;11/03/2026;;;", "APC-2026-0002;;;11/03/2026;100,00;", "APC-2026-0003;;;10/03/2026;;"]
        );

        Assert.Equal((3, 0), (apercu.Erreurs, apercu.AEcrire));
        Assert.Contains("Le titre est un fait", Message(apercu, 2), StringComparison.Ordinal);
        Assert.Contains("Le paiement est un fait", Message(apercu, 3), StringComparison.Ordinal);
        Assert.Contains("donnez le montant du versement", Message(apercu, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_numero_de_titre_n_est_porte_qu_une_fois_par_exercice_et_le_changer_se_dit()
    {
        Banc.Avancer(60);
        await ImporterAsync("APC-2026-0001;118;20/03/2026;;;");

        var apercu = await ApercevoirAsync(
            Importer,
            "titres",
            [Entetes, "APC-2026-0002;118;20/03/2026;;;", "APC-2026-0001;121;20/03/2026;;;", "APC-2026-0003;121;20/03/2026;;;"]
        );

        Assert.Contains("APC-2026-0001 porte déjà le titre n° 118", Message(apercu, 2), StringComparison.Ordinal);
        Assert.Equal(EtatDeLigne.Avertissement, apercu.Lignes.Single(l => l.Numero == 3).Etat);
        Assert.Contains("le titre n° 118 est déjà noté pour cet appel", Message(apercu, 3), StringComparison.Ordinal);
        Assert.Contains("APC-2026-0001 porte déjà le titre n° 121", Message(apercu, 4), StringComparison.Ordinal);
        var appel = (await AppelsAsync())[1];
        var refus = await Assert.ThrowsAsync<RegleMetierException>(() =>
            Banc.Le<App.Contributions.Appels.SuivreAppel>()
                .TitrerAsync(Agents.Finances, appel.Id, appel.Version, " 118 ", new DateOnly(2026, 3, 20), Annulation)
        );
        Assert.Equal("titre", Assert.Single(refus.Obstacles).Champ);
    }

    [Fact]
    public async Task Les_lignes_refusees_restent_a_telecharger_apres_l_import_et_se_deposent_corrigees()
    {
        Banc.Avancer(60);
        var apercu = await ApercevoirAsync(
            Importer,
            "titres",
            [Entetes, "APC-2026-0001;118;20/03/2026;;;", "APC-2026-9999;120;20/03/2026;;;"]
        );
        await AppliquerAsync(apercu);

        Assert.Equal("essai.csv", await Importer.FichierRefuseAsync(Agents.Finances, "titres", Annulation));
        Assert.Null(await Importer.LignesRefuseesAsync(Agents.Gestionnaire, "titres", Annulation));
        var refus = (await Importer.LignesRefuseesAsync(Agents.Finances, "titres", Annulation))!;
        using var classeur = new XLWorkbook(new MemoryStream(refus));
        var lignes = classeur.Worksheet(1).RowsUsed().ToList();
        Assert.Equal(("N° appel", "Motif"), (lignes[0].Cell(1).GetString(), lignes[0].LastCellUsed().GetString()));
        Assert.Equal(2, lignes.Count);
        Assert.Equal("APC-2026-9999", lignes[1].Cell(1).GetString());
        Assert.Contains("n'est pas un de nos appels", lignes[1].LastCellUsed().GetString(), StringComparison.Ordinal);

        await ImporterAsync("APC-2026-0002;120;20/03/2026;;;");
        Assert.Null(await Importer.FichierRefuseAsync(Agents.Finances, "titres", Annulation));
    }

    private static string Message(ApercuMontre apercu, int numero) =>
        string.Join(" ", apercu.Lignes.Single(l => l.Numero == numero).Messages);

    private async Task ImporterAsync(params string[] lignes) =>
        await AppliquerAsync(await ApercevoirAsync(Importer, "titres", [Entetes, .. lignes]), toutOuRien: true);

    private Task<string> AppliquerAsync(ApercuMontre apercu, bool toutOuRien = false) =>
        Importer.AppliquerAsync(Agents.Finances, "titres", new ParametresDImport(2026), apercu.Piece, toutOuRien, Annulation);

    private async Task<List<AppelDeContribution>> AppelsAsync()
    {
        await using var contexte = await Banc.OuvrirAsync();
        return await contexte.Appels.AsNoTracking().Where(a => a.Numero != null).OrderBy(a => a.Numero).ToListAsync(Annulation);
    }
}

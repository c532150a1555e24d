using System.Text;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Socle.Import;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>La liste des consultations de la plateforme, comptée ici : ce qu'on ne sait pas compter est nommé, jamais deviné.</summary>
public sealed class ImportDeConsultationsTests : IAsyncLifetime
{
    private BancDesContributions _banc = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _banc = await BancDesContributions.CreerAsync((420, null), (600, null));

    public ValueTask DisposeAsync() => _banc.DisposeAsync();

    [Fact]
    public async Task Une_date_illisible_retient_le_compte_de_son_siret_et_dit_la_ligne_du_fichier()
    {
        var apercu = await ApercevoirAsync(
            "SIRET;Référence;Lot;Créée le;Test",
            $"{Siret(0)};MAPA-1;1;12/01/2027;",
            $"{Siret(0)};MAPA-1;2;12/01/2027;",
            $"{Siret(0)};MAPA-2;;31/02/2027;",
            $"{Siret(1)};AO-1;;03/02/2027;",
            $"{Siret(1)};AO-2;;03/02/2026;",
            $"{Siret(1)};AO-3;;03/02/2027;oui"
        );

        Assert.Equal((1, 1), (apercu.Erreurs, apercu.AEcrire));
        var refusee = apercu.Lignes.Single(l => l.Etat is EtatDeLigne.Erreur);
        Assert.Equal(2, refusee.Numero);
        Assert.Contains(
            "ligne 4, colonne D : « 31/02/2027 » n'est pas une date",
            Assert.Single(refusee.Messages),
            StringComparison.Ordinal
        );
        Assert.Contains(
            apercu.Avis,
            a => a.Contains("1 marquée « test » écartée, 1 d'une autre année", StringComparison.Ordinal)
        );
        await AppliquerAsync(apercu);
        await using var contexte = await _banc.OuvrirAsync();
        var declaree = await contexte.ConsultationsDeclarees.SingleAsync(d => d.Annee == 2027, Annulation);
        Assert.Equal((_banc.Communes[1].Id, 1), (declaree.Collectivite, declaree.Reelles));
    }

    [Fact]
    public async Task Les_lignes_sans_siret_ou_au_siret_faux_sont_listees_a_leur_place_dans_le_fichier()
    {
        var apercu = await ApercevoirAsync(
            "Référence;SIRET;Créée le",
            $"MAPA-1;{Siret(0)};12/01/2027",
            "MAPA-2;;12/01/2027",
            $"MAPA-3;{Siret(0)};13/01/2027",
            "MAPA-4;12345678901234;12/01/2027"
        );

        Assert.Equal((2, 1), (apercu.Erreurs, apercu.AEcrire));
        Assert.Equal([3, 5], apercu.Lignes.Where(l => l.Etat is EtatDeLigne.Erreur).Select(l => l.Numero).Order());
        Assert.Contains("ligne 3, colonne B : « SIRET » est obligatoire", Message(apercu, 3), StringComparison.Ordinal);
        Assert.Contains("ligne 5, colonne B", Message(apercu, 5), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sans_reference_ou_sans_date_une_consultation_ne_se_compte_pas_en_silence()
    {
        var apercu = await ApercevoirAsync(
            "SIRET;Référence;Créée le",
            $"{Siret(0)};;12/01/2027",
            $"{Siret(0)};MAPA-2;",
            $"{Siret(1)};AO-1;12/01/2027"
        );

        Assert.Equal((1, 1), (apercu.Erreurs, apercu.AEcrire));
        Assert.Contains("ligne 2, colonne B : la référence manque", Message(apercu, 2), StringComparison.Ordinal);
        Assert.Contains("ligne 3, colonne C : la date de création manque", Message(apercu, 2), StringComparison.Ordinal);
    }

    private string Siret(int rang) => _banc.Communes[rang].Siret!.Valeur;

    private static string Message(ApercuMontre apercu, int numero) =>
        string.Join(" ", apercu.Lignes.Single(l => l.Numero == numero).Messages);

    private async Task<ApercuMontre> ApercevoirAsync(params string[] lignes)
    {
        using var flux = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lignes)));
        return await _banc
            .Le<ImporterDonnees>()
            .PreparerAsync(Agents.Finances, "consultations", new ParametresDImport(2027), flux, "liste.csv", Annulation);
    }

    private Task<string> AppliquerAsync(ApercuMontre apercu) =>
        _banc
            .Le<ImporterDonnees>()
            .AppliquerAsync(Agents.Finances, "consultations", new ParametresDImport(2027), apercu.Piece, false, Annulation);
}

using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database.Socle;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Socle.Fichiers;

public sealed class ControlerMagasinTests : IAsyncLifetime
{
    private SocleDEssai _socle = null!;

    public async ValueTask InitializeAsync() => _socle = await SocleDEssai.CreerAsync();

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Un_magasin_intact_est_sain_et_ses_orphelins_sont_nommes()
    {
        await DeposerAsync("a", enregistrer: true);
        var orphelin = await DeposerAsync("b", enregistrer: false);

        var bilan = await _socle.Le<ControlerMagasin>().ExecuterAsync();

        Assert.True(bilan.EstSain);
        Assert.Equal((1, 1), (bilan.Pieces, bilan.Contenus));
        Assert.Equal([_socle.Le<MagasinDeFichiers>().Chemin(orphelin.Sha256)], bilan.Orphelins);
    }

    [Fact]
    public async Task Un_contenu_abime_ou_manquant_est_dit_avec_le_nom_de_sa_piece()
    {
        var abime = await DeposerAsync("abîmé", enregistrer: true);
        var manquant = await DeposerAsync("manquant", enregistrer: true);
        await File.AppendAllTextAsync(_socle.Le<MagasinDeFichiers>().Chemin(abime.Sha256), "x");
        File.Delete(_socle.Le<MagasinDeFichiers>().Chemin(manquant.Sha256));

        var bilan = await _socle.Le<ControlerMagasin>().ExecuterAsync();

        Assert.False(bilan.EstSain);
        Assert.Equal("abîmé.pdf", Assert.Single(bilan.Abimes).Nom);
        Assert.Equal("manquant.pdf", Assert.Single(bilan.Manquants).Nom);
        Assert.Empty(bilan.Orphelins);
    }

    private async Task<PieceStockee> DeposerAsync(string nom, bool enregistrer)
    {
        await using var contexte = await _socle.OuvrirAsync();
        var contenu = new MemoryStream([.. "%PDF-1.4 "u8, .. System.Text.Encoding.UTF8.GetBytes(nom)]);
        var piece = await _socle.Le<MagasinDeFichiers>().DeposerAsync(contexte, contenu, $"{nom}.pdf", Agents.Gestionnaire);
        if (enregistrer)
        {
            await contexte.SaveChangesAsync();
        }

        return piece;
    }
}

using CdgMarches.App.Recensements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using CdgMarches.Tests.Recensements.Excel;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Recensements;

/// <summary>L'état des besoins signé s'enregistre avec la validation qu'il vaut, ou pas du tout.</summary>
public sealed class EtatSigneTests : IAsyncLifetime
{
    private static readonly byte[] Papier = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"u8.ToArray();

    private AtelierExcel _atelier = null!;

    private BancDeRecensement Banc => _atelier.Banc;

    public async ValueTask InitializeAsync() => _atelier = await AtelierExcel.CreerAsync();

    public ValueTask DisposeAsync() => _atelier.DisposeAsync();

    [Fact]
    public async Task Depose_il_valide_et_reste_attache_a_la_reponse()
    {
        var reponse = await SaisieAsync();

        var recu = await DeposerAsync(reponse);

        var validee = await Banc.LireAsync(c => c.Reponses.SingleAsync(r => r.Id == reponse));
        Assert.Equal((EtatDeReponse.Validee, recu), (validee.Etat, validee.NumeroDeRecu));
        Assert.Equal(validee.Piece, (await Banc.LireAsync(c => c.Pieces.SingleAsync())).Id);
    }

    [Fact]
    public async Task Refusee_la_validation_ne_laisse_ni_papier_enregistre_ni_fichier()
    {
        var campagne = await Banc.OuvrirAsync();
        var vide = await Banc.ReponseAsync(campagne, 0);

        await Assert.ThrowsAsync<RegleMetierException>(() => DeposerAsync(vide.Id));

        Assert.Equal(0, await Banc.LireAsync(c => c.Pieces.CountAsync()));
        Assert.Empty(_atelier.Fichiers());
    }

    [Fact]
    public async Task Une_cellule_changee_depuis_la_relecture_ne_laisse_pas_de_papier_enregistre()
    {
        var reponse = await SaisieAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => DeposerAsync(reponse, versionLue: 0));

        Assert.Equal(0, await Banc.LireAsync(c => c.Pieces.CountAsync()));
    }

    private async Task<ReponseId> SaisieAsync()
    {
        var reponse = await Banc.ReponseAsync(await Banc.OuvrirAsync(), 0);
        await Banc.SaisirAsync(Banc.Membre(0), reponse.Id, 1, 1, 2, 3);
        return reponse.Id;
    }

    private async Task<string> DeposerAsync(ReponseId reponse, int? versionLue = null)
    {
        var version =
            versionLue ?? await Banc.LireAsync(c => c.Reponses.Where(r => r.Id == reponse).Select(r => r.Version).SingleAsync());
        using var contenu = new MemoryStream(Papier);
        return await _atelier
            .Service<DeposerEtatSigne>()
            .ExecuterAsync(
                Banc.Membre(0, RoleDeMembre.Referent),
                [new ReponseAValider(reponse, version)],
                "Aude Vasseur",
                "Maire",
                "etat-signe.pdf",
                contenu
            );
    }
}

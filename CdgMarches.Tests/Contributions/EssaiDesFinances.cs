using System.IO.Compression;
using System.Text;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Documents;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Contributions;

/// <summary>Trois appels émis, et de quoi relire ce que les finances reçoivent et rendent.</summary>
public abstract class EssaiDesFinances : IAsyncLifetime
{
    protected BancDesContributions Banc { get; private set; } = null!;

    protected static CancellationToken Annulation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Banc = await BancDesContributions.CreerAsync((420, 87), (600, 160), (700, 400));
        foreach (var rang in Enumerable.Range(0, 3))
        {
            await Banc.AdresserAsync(rang, null);
        }

        await Banc.EmettreAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Banc.DisposeAsync();
    }

    protected static async Task<ApercuMontre> ApercevoirAsync(
        ImporterDonnees importer,
        string nature,
        IEnumerable<string> lignes,
        Guid? profil = null
    )
    {
        using var flux = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lignes)));
        return await importer.PreparerAsync(
            Agents.Finances,
            nature,
            new ParametresDImport(2026, profil),
            flux,
            "essai.csv",
            Annulation
        );
    }

    protected async Task<ZipArchive> ArchiveAsync(Guid remise)
    {
        var travail = new TravailDePieces(
            Banc.Socle.Base.Fabrique,
            Banc.Le<CatalogueDeDocuments>(),
            Banc.Le<ChoisirModele>(),
            Banc.Le<PapierAEntete>(),
            Banc.Le<HorlogeLegale>()
        );
        var fichier = await travail.ExecuterAsync(Agents.Finances, $$"""{"Remise":"{{remise}}"}""", new Muet(), Annulation);
        return new ZipArchive(fichier!.Contenu);
    }

    protected static async Task<string> TexteAsync(ZipArchive archive, int rang)
    {
        using var contenu = new MemoryStream();
        await using (var flux = archive.Entries[rang].Open())
        {
            await flux.CopyToAsync(contenu, Annulation);
        }

        contenu.Position = 0;
        return TexteDuDocument.Lire(contenu);
    }

    protected async Task RectifierAsync(NatureDAppel nature, int rang)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var appel = await contexte
            .Appels.AsNoTracking()
            .SingleAsync(a => a.Collectivite == Banc.Communes[rang].Id && a.Rang == 0, Annulation);
        await Banc.Le<RectifierAppel>()
            .ExecuterAsync(
                Agents.Finances,
                appel.Id,
                appel.Version,
                nature,
                MontantHt.DEuros(100m),
                "Décision du président",
                Annulation
            );
    }

    protected async Task<byte[]> PieceAsync(Guid remise, Func<ExportDeFinances, Guid> laquelle)
    {
        await using var contexte = await Banc.OuvrirAsync();
        var export = await contexte.ExportsDeFinances.AsNoTracking().SingleAsync(e => e.Id == remise, Annulation);
        var id = laquelle(export);
        var piece = await contexte.Pieces.SingleAsync(p => p.Id == id, Annulation);
        await using var flux = Banc.Le<MagasinDeFichiers>().Ouvrir(piece);
        using var memoire = new MemoryStream();
        await flux.CopyToAsync(memoire, Annulation);
        return memoire.ToArray();
    }

    private sealed class Muet : IProgress<Avancement>
    {
        public void Report(Avancement value) { }
    }
}

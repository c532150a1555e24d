using System.IO.Compression;
using CdgMarches.App.Marches;
using CdgMarches.App.Procedures;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Tests.Groupements;
using CdgMarches.Tests.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Marches;

/// <summary>Un marché notifié d'un groupement de trois membres.</summary>
public abstract class EssaiDExecution : IAsyncLifetime
{
    private protected BancDesGroupements _groupements = null!;
    private protected BancDeProcedure _banc = null!;

    private protected static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private protected static Acteur Agent => BancDeProcedure.Agent;

    public async ValueTask InitializeAsync()
    {
        _groupements = await BancDesGroupements.CreerAsync();
        _banc = await BancDeProcedure.CreerAsync(_groupements);
        await using var contexte = await _groupements.OuvrirAsync();
        await contexte
            .Collectivites.Where(c => c.Id == _groupements.Arras.Id)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Courriel, "mairie@arras.example"), Annulation);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _groupements.DisposeAsync();
    }

    private protected void AllerAu(int annee, int mois, int jour) =>
        _groupements.Socle.Horloge.Instant = new DateTimeOffset(annee, mois, jour, 9, 0, 0, TimeSpan.Zero);

    /// <summary>La note part et Arras l'approuve ; le délai passe.</summary>
    private protected async Task NoterAsync()
    {
        await _banc.CreerAsync();
        await _banc
            .Le<EnvoyerLaNote>()
            .ExecuterAsync(
                Agent,
                _banc.Id,
                await _banc.VersionAsync(),
                "Deux lots, appel d'offres.",
                _banc.Jour.AddDays(10),
                Annulation
            );
        await _banc
            .Le<RendreAvisSurLaNote>()
            .ExecuterAsync(Agent, _banc.Id, _groupements.Arras.Id, SensDeLAvis.Accord, null, Annulation);
        _banc.Avancer(11);
        await Assert.ThrowsAsync<RegleMetierException>(() =>
            _banc
                .Le<RendreAvisSurLaNote>()
                .ExecuterAsync(Agent, _banc.Id, _groupements.Bethune.Id, SensDeLAvis.Accord, null, Annulation)
        );
        var reponses = (await _banc.ConduiteAsync()).Reponses;
        Assert.Equal((1, 0, 1), (reponses.Accords, reponses.Observations, reponses.Silences));
        await _banc.LancerAsync(dejaCreee: true);
    }

    private protected CommandeSaisie Commande(Domain.Collectivites.Collectivite membre, decimal euros) =>
        new(membre.Id, _banc.Jour, MontantHt.DEuros(euros), EtatDeCommande.Emise, null, null);

    private protected async Task<int> VersionDuRegistreAsync() =>
        (await _banc.Le<LireRegistre>().ExecuterAsync(Agent, _banc.Id, Annulation))!.Version;

    private protected static (int, int) Compter((int Relances, IReadOnlyList<string> SansAdresse) resultat) =>
        (resultat.Relances, resultat.SansAdresse.Count);

    private protected static MemoryStream Flux(string texte) => new(System.Text.Encoding.UTF8.GetBytes(texte));

    private protected static async Task<byte[]> OctetsAsync(ZipArchive archive, string nom)
    {
        await using var entree = await archive.GetEntry(nom)!.OpenAsync(Annulation);
        using var memoire = new MemoryStream();
        await entree.CopyToAsync(memoire, Annulation);
        return memoire.ToArray();
    }

    /// <summary>Tout le texte d'un classeur.</summary>
    private protected static string Feuilles(byte[] classeur)
    {
        using var archive = new ZipArchive(new MemoryStream(classeur));
        return string.Concat(
            archive
                .Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal))
                .Select(e =>
                {
                    using var lecteur = new StreamReader(e.Open());
                    return lecteur.ReadToEnd();
                })
        );
    }
}

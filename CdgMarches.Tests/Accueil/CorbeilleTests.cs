using CdgMarches.App.Accueil;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Documents;
using CdgMarches.App.Documents.Bibliotheque;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Documents;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Accueil;

/// <summary>Ce qui est archivé se retrouve trente jours, et se rétablit là où il était.</summary>
public sealed class CorbeilleTests : IAsyncLifetime
{
    private const string Code = "essai.lettre";
    private SocleDEssai _socle = null!;

    private static CancellationToken Annulation => TestContext.Current.CancellationToken;

    private Corbeille Corbeille => _socle.Le<Corbeille>();

    public async ValueTask InitializeAsync() =>
        _socle = await SocleDEssai.CreerAsync(s =>
            s.AddCollectivites()
                .AddDocuments()
                .AddAccueil()
                .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
                .AddSingleton<IModeleDeDocument>(new NatureDEssai { Charger = _ => [] })
        );

    public ValueTask DisposeAsync() => _socle.DisposeAsync();

    [Fact]
    public async Task Une_fiche_archivee_y_reste_trente_jours_et_se_retablit()
    {
        var arras = Groupements.Exemples.UneCommune("Arras");
        await _socle.Base.SemerAsync(arras);
        await _socle.Le<ArchiverCollectivite>().ExecuterAsync(Agents.Gestionnaire, arras.Id, 1, "Saisie deux fois", Annulation);

        _socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(Corbeille.Jours);
        var retiree = Assert.Single(await Corbeille.LireAsync(Agents.Lecture, Annulation));
        Assert.Equal(("Arras", false), (retiree.Libelle, retiree.PeutRetablir));
        await Assert.ThrowsAsync<DroitManquantException>(() => Corbeille.RetablirAsync(Agents.Lecture, retiree, Annulation));
        _socle.Horloge.Instant = HorlogeFigee.Origine.AddDays(Corbeille.Jours).AddSeconds(1);
        Assert.Empty(await Corbeille.LireAsync(Agents.Gestionnaire, Annulation));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            Corbeille.RetablirAsync(Agents.Gestionnaire, retiree with { Version = retiree.Version - 1 }, Annulation)
        );
        await Corbeille.RetablirAsync(Agents.Gestionnaire, retiree, Annulation);

        await using var contexte = await _socle.OuvrirAsync();
        Assert.False((await contexte.Collectivites.SingleAsync(c => c.Id == arras.Id, Annulation)).EstArchivee);
    }

    [Fact]
    public async Task Un_modele_archive_se_retablit_avec_une_ligne_d_histoire()
    {
        var deposer = _socle.Le<DeposerModele>();
        var propose = deposer.Lire(
            Agents.Gestionnaire,
            Code,
            "lettre.docx",
            WordDEssai.Document(WordDEssai.Paragraphe("Objet : {{objet}}"))
        );
        var id = await deposer.CreerAsync(Agents.Gestionnaire, Code, null, "Lettre du CDG", propose, Annulation);
        await _socle.Le<TenirModele>().ArchiverAsync(Agents.Gestionnaire, id, await VersionAsync(id), Annulation);

        var retire = Assert.Single(await Corbeille.LireAsync(Agents.Gestionnaire, Annulation));
        await Corbeille.RetablirAsync(Agents.Gestionnaire, retire, Annulation);

        Assert.Empty(await Corbeille.LireAsync(Agents.Gestionnaire, Annulation));
        await using var contexte = await _socle.OuvrirAsync();
        Assert.False((await contexte.Modeles.SingleAsync(Annulation)).EstArchive);
        Assert.True(await contexte.Journal.AnyAsync(j => j.Libelle == "Modèle « Lettre du CDG » rétabli.", Annulation));
    }

    private async Task<int> VersionAsync(ModeleId id)
    {
        await using var contexte = await _socle.OuvrirAsync();
        return await contexte.Modeles.Where(m => m.Id == id).Select(m => m.Version).SingleAsync(Annulation);
    }
}

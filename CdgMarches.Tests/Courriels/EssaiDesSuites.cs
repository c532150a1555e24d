using CdgMarches.App.Courriels;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Courriels;

/// <summary>L'application en marche, avec ses échantillons et un dossier des retours.</summary>
public abstract class EssaiDesSuites : IAsyncLifetime
{
    private protected readonly string _retours = Directory.CreateTempSubdirectory("cdgmarches-retours-").FullName;
    private protected ApplicationEnMarche _app = null!;
    private protected Echantillons _e = null!;
    private protected Acteur _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationEnMarche.DemarrerAsync(b =>
            b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Courriel:DossierDesRetours"] = _retours })
        );
        _e = await Echantillons.PreparerAsync(_app);
        _agent = (await Le<LireActeur>().ExecuterAsync((await _app.Comptes.AgentAsync(RoleCdg.Gestionnaire)).Id))!;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _app.DisposeAsync();
        Directory.Delete(_retours, recursive: true);
    }

    private protected async Task<List<CollectiviteId>> ConcernesAsync(string? type, Guid? objet)
    {
        var transmission = Transmission.Preparer(
            _e.Commun.Id,
            new ContenuDeTransmission(
                NatureDeTransmission.Information,
                "Objet",
                "Texte",
                new DateOnly(2026, 3, 9),
                null,
                type,
                objet
            ),
            new DateOnly(2026, 3, 11),
            new DateOnly(2026, 3, 10),
            null
        );
        return await LireAsync(c => c.MembresConcernesAsync(_agent, transmission, new DateOnly(2026, 3, 10), default));
    }

    private protected Task<Guid> DeposerAsync(Guid objet, string type, string? modele) =>
        LireAsync(async c =>
        {
            var envoi = FileDeCourriels.Deposer(
                c,
                new Courriel("un@exemple.invalid", "Une Personne", "Information", "Texte", type, objet)
                {
                    Modele = modele,
                    Collectivite = _e.Autre.Id.Valeur,
                },
                _app.Horloge.Instant
            );
            envoi.Etat = EtatDEnvoi.Envoye;
            await c.EnregistrerAsync(_agent, _app.Horloge.Instant);
            return envoi.Id;
        });

    private protected Task<int> FaitesAsync() =>
        LireAsync(c => c.PreuvesDInformation.Where(p => p.ObjetId == _e.Commun.Id.Valeur).Faites(c).CountAsync());

    private protected Task<(DateTimeOffset?, DateTimeOffset?)> SuiviAsync(Guid envoi) =>
        LireAsync(async c =>
        {
            var lu = await c.EnvoisDeCourriel.SingleAsync(e => e.Id == envoi);
            return (lu.LuLe, lu.ReponduLe);
        });

    private protected T Le<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    private protected async Task<T> LireAsync<T>(Func<MarchesDbContext, Task<T>> lire)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        return await lire(contexte);
    }

    private protected Task EcrireAsync(Action<MarchesDbContext> ecrire) =>
        EcrireAsync(c =>
        {
            ecrire(c);
            return Task.CompletedTask;
        });

    private protected async Task EcrireAsync(Func<MarchesDbContext, Task> ecrire)
    {
        await using var contexte = await _app.Fabrique.CreateDbContextAsync();
        await ecrire(contexte);
        await contexte.SaveChangesAsync();
    }

    private protected Task EtatAsync(Guid envoi, EtatDEnvoi etat) =>
        EcrireAsync(async c => (await c.EnvoisDeCourriel.SingleAsync(e => e.Id == envoi)).Etat = etat);
}

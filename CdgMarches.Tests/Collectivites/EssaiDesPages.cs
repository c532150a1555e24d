using Bunit;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Journal;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Outils;
using CdgMarches.Tests.Socle.Composants;
using Microsoft.Extensions.DependencyInjection;

namespace CdgMarches.Tests.Collectivites;

/// <summary>Les pages du référentiel avec leurs vrais cas d'usage, sur une vraie base.</summary>
public abstract class EssaiDesPages : EssaiDeComposant, IAsyncLifetime
{
    protected ReferentielDEssai Referentiel { get; private set; } = null!;

    /// <summary>L'acteur des pages ; un test le change.</summary>
    protected ActeurFixe Courant { get; } = new(Agents.Gestionnaire);

    public async ValueTask InitializeAsync()
    {
        Referentiel = await ReferentielDEssai.CreerAsync();
        Services.AddLogging();
        Services.AddSingleton(Referentiel.Fabrique);
        Services.AddSingleton<TimeProvider>(Referentiel.Heure);
        Services.AddSingleton(new Reglages(Fournisseur.Sqlite, "", "", "", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));
        Services.AddSingleton<HorlogeLegale>();
        Services.AddSingleton<LireHistorique>();
        Services.AddSingleton<App.Socle.Conflits.ComparerSaisies>();
        Services.AddSingleton<Operation>();
        Services.AddSingleton<ActeurCourant>(Courant);
        Services.AddCollectivites();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeComponentsAsync();
        Dispose();
        await Referentiel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static void Saisir<TComposant>(IRenderedComponent<TComposant> page, string champ, string? valeur)
        where TComposant : Microsoft.AspNetCore.Components.IComponent => page.Find($"#{champ}").Change(valeur);

    protected Task AgirEntreTempsAsync(Func<Acteur, Task> geste) => geste(Agents.Gestionnaire with { Nom = "Mme Dubois" });
}

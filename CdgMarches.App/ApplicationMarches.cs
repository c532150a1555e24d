using System.Globalization;
using CdgMarches.App.Accueil;
using CdgMarches.App.Administration;
using CdgMarches.App.Collectivites;
using CdgMarches.App.Commissions;
using CdgMarches.App.Compte;
using CdgMarches.App.Contributions;
using CdgMarches.App.Conventions;
using CdgMarches.App.Courriels;
using CdgMarches.App.Demarrage;
using CdgMarches.App.Documents;
using CdgMarches.App.Echeancier;
using CdgMarches.App.Espace;
using CdgMarches.App.Groupements;
using CdgMarches.App.Procedures;
using CdgMarches.App.Recensements;
using CdgMarches.App.Sessions;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Taches;
using CdgMarches.App.Socle.Travaux;
using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CdgMarches.App;

/// <summary>Compose l'application. Les tests de navigateur l'appellent comme le fait <c>Program</c>.</summary>
public static class ApplicationMarches
{
    /// <param name="args">Les arguments de la ligne de commande.</param>
    /// <param name="ajuster">Ce qu'un test change avant la composition : horloge, base, adresse d'écoute.</param>
    public static WebApplication Construire(string[] args, Action<WebApplicationBuilder>? ajuster = null)
    {
        CultureInfo.DefaultThreadCurrentCulture = Francais.Culture;
        CultureInfo.DefaultThreadCurrentUICulture = Francais.Culture;

        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(ApplicationMarches).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        if (!builder.Environment.IsDevelopment())
        {
            // A published program has its files beside it and no manifest: nothing happens. One run from its sources in
            // Production would otherwise serve pages without style or script.
            builder.WebHost.UseStaticWebAssets();
        }

        ajuster?.Invoke(builder);

        var reglages = Reglages.Lire(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(reglages);
        builder.Services.AddMarchesDatabase(reglages.Fournisseur, reglages.Connexion);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSocle();
        builder.Services.AddComptes();
        builder.Services.AddGroupements();
        builder.Services.AddProcedures();
        builder.Services.AddCommissions();
        builder.Services.AddConventions();
        builder.Services.AddSessions();
        builder.Services.AddEspace();
        builder.Services.AddRecensements();
        builder.Services.AddDocuments();
        builder.Services.AddContributions();
        builder.Services.AddAccueil();
        builder.Services.AddCollectivites();
        builder.Services.AddAdministration();
        builder.Services.AddEcheancier();
        builder.Services.AddCourriels();
        builder.Services.AddTaches(builder.Configuration, reglages);
        builder.Services.AddDemarrage(builder);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseRequestLocalization(Francais.Culture.Name);
        app.UseExceptionHandler("/erreur", createScopeForErrors: true);
        // Only for what is read: executed again, a POST would be refused as a form without its token.
        app.UseWhen(
            requete => HttpMethods.IsGet(requete.Request.Method),
            lectures => lectures.UseStatusCodePagesWithReExecute("/erreur/{0}", createScopeForStatusCodePages: true)
        );
        app.UseMiddleware<EnTetesDeSecurite>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<AdministrateurDAbord>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<FormulairePerime>();
        app.MapStaticAssets().AllowAnonymous();
        app.MapComptes();
        app.MapRecensements();
        app.MapCollectivites();
        app.MapAdministration();
        app.MapGroupements();
        app.MapProcedures();
        app.MapContributions();
        app.MapCommissions();
        app.MapConventions();
        app.MapAssistance();
        app.MapEspace();
        app.MapDocuments();
        app.MapTravaux();
        app.MapEcheancier();
        app.MapCourriels();
        app.MapRazorComponents<Racine>().AddInteractiveServerRenderMode();
        return app;
    }
}

using CdgMarches.App.Compte;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CdgMarches.Tests.Outils;

/// <summary>Les adresses que portent les courriels, quand aucun serveur n'écoute : celles du Développement.</summary>
internal static class AdressesDEssai
{
    public static IServiceCollection AddAdressesDEssai(this IServiceCollection services) =>
        services
            .AddSingleton<AdressesPubliques>()
            .AddSingleton<IHostEnvironment>(new Environnement())
            .AddSingleton<IServer>(new Serveur());

    private sealed class Environnement : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "CdgMarches.Tests";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }

    private sealed class Serveur : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public void Dispose() { }

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

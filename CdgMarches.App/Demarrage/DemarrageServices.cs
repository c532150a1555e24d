using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CdgMarches.App.Demarrage;

internal static class DemarrageServices
{
    /// <summary>Ce dont le démarrage a besoin, et les mandataires dont on croit les en-têtes (<c>Mandataires</c>).</summary>
    public static IServiceCollection AddDemarrage(this IServiceCollection services, WebApplicationBuilder builder)
    {
        var demarre = new Demarre();
        foreach (var bavard in (string[])["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"])
        {
            builder.Logging.AddFilter(bavard, niveau => demarre.EstFait && niveau >= LogLevel.Warning);
        }

        // The keys are in the database, whose access is already the application's; the warning would come at each start.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        return services
            .AddSingleton(demarre)
            .AddSingleton<PresenceDAdministrateur>()
            .Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                foreach (var mandataire in builder.Configuration.GetSection("Mandataires").Get<string[]>() ?? [])
                {
                    options.KnownProxies.Add(
                        IPAddress.TryParse(mandataire, out var adresse)
                            ? adresse
                            : throw new ReglageInvalideException(
                                $"Le réglage Mandataires contient « {mandataire} », qui n'est pas une adresse IP. Écrivez celle du serveur mandataire."
                            )
                    );
                }
            });
    }
}

/// <summary>Ce que chaque réponse interdit au navigateur : cadres d'autres sites, types devinés, adresses complètes envoyées ailleurs.</summary>
/// <remarks>Les liens à jeton sont dans l'adresse : aucune page ne doit la donner à un autre site.</remarks>
internal sealed class EnTetesDeSecurite(RequestDelegate suite)
{
    public Task InvokeAsync(HttpContext requete)
    {
        var enTetes = requete.Response.Headers;
        enTetes.XContentTypeOptions = "nosniff";
        enTetes["Referrer-Policy"] = "same-origin";
        enTetes.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        return suite(requete);
    }
}

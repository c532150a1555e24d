using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using CdgMarches.App.Demarrage;

namespace CdgMarches.App.Compte;

/// <summary>Borne les envois de formulaires de compte d'une même adresse réseau : deviner devient long, lire reste libre.</summary>
internal static class LimiteDEnvois
{
    public const string Nom = "compte";

    public static IServiceCollection AddLimiteDEnvois(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(
                Nom,
                requete =>
                    HttpMethods.IsPost(requete.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            Reseau(requete.Connection.RemoteIpAddress),
                            _ => new FixedWindowRateLimiterOptions
                            {
                                PermitLimit = requete.RequestServices.GetRequiredService<Reglages>().EnvoisParMinute,
                                Window = TimeSpan.FromMinutes(1),
                            }
                        )
                        : RateLimitPartition.GetNoLimiter("lecture")
            );
            options.OnRejected = DireAsync;
        });

    /// <summary>En IPv6, un abonné dispose de tout un /64 : c'est lui que l'on compte.</summary>
    private static string Reseau(IPAddress? adresse) =>
        adresse switch
        {
            null => "inconnue",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(
                adresse.GetAddressBytes().AsSpan(0, 8)
            ),
            _ => adresse.MapToIPv4().ToString(),
        };

    private static async ValueTask DireAsync(
        Microsoft.AspNetCore.RateLimiting.OnRejectedContext refus,
        CancellationToken annulation
    )
    {
        var reponse = refus.HttpContext.Response;
        reponse.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        reponse.ContentType = "text/html; charset=utf-8";
        await reponse.WriteAsync(
            """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Trop de demandes – CdgMarches</title></head>
            <body><main><h1>Trop de demandes</h1>
            <p role="alert">Trop d'essais sont venus de votre réseau en une minute. Aucun compte n'a été modifié : attendez une minute, puis revenez à <a href="/compte/connexion">la page de connexion</a>.</p>
            </main></body></html>
            """,
            annulation
        );
    }
}

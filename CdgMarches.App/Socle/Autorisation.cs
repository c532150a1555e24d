using System.Security.Claims;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Authorization;

namespace CdgMarches.App.Socle;

/// <summary>Une exigence par droit : la stratégie porte le nom du droit.</summary>
internal sealed record DroitRequis(string Droit) : IAuthorizationRequirement;

/// <summary>Confronte le droit demandé à ceux que la base donne au compte.</summary>
internal sealed class VerificationDeDroit(LireActeur lire) : AuthorizationHandler<DroitRequis>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, DroitRequis requirement)
    {
        if (
            Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && await lire.ExecuterAsync(id) is { } acteur
            && acteur.Peut(requirement.Droit)
        )
        {
            context.Succeed(requirement);
        }
    }
}

internal static class Autorisation
{
    /// <summary>Une stratégie par droit ; sans stratégie, il faut au moins être connecté.</summary>
    public static IServiceCollection AddAutorisation(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, VerificationDeDroit>();
        var options = services.AddAuthorizationBuilder();
        options.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var droit in Droits.Tous)
        {
            options.AddPolicy(droit, p => p.RequireAuthenticatedUser().AddRequirements(new DroitRequis(droit)));
        }

        return services;
    }
}

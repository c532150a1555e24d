using CdgMarches.Database;
using CdgMarches.Database.Comptes;
using Microsoft.AspNetCore.Identity;

namespace CdgMarches.App.Compte;

internal static class ComptesServices
{
    public static IServiceCollection AddComptes(this IServiceCollection services)
    {
        services
            .AddAuthentication(o =>
            {
                o.DefaultScheme = IdentityConstants.ApplicationScheme;
                o.DefaultSignInScheme = IdentityConstants.ExternalScheme;
            })
            .AddIdentityCookies();
        services
            .AddIdentityCore<Utilisateur>(o =>
            {
                o.User.RequireUniqueEmail = false;
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = false;
                o.Password.RequireLowercase = false;
                o.Password.RequireUppercase = false;
                o.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<MarchesDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        return services;
    }

    public static IEndpointRouteBuilder MapComptes(this IEndpointRouteBuilder routes) => routes;
}

using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CdgMarches.App.Socle;

/// <summary>Ferme la session d'un circuit dont le compte a été fermé, a perdu un droit ou a changé de mot de passe.</summary>
/// <remarks>Un circuit vit plus longtemps que la requête qui l'a ouvert : rien d'autre ne le reverrait.</remarks>
internal sealed class SessionDuCircuit(ILoggerFactory journal, LireActeur lire, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(journal)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(4);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        var personne = authenticationState.User;
        if (!Guid.TryParse(personne.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return true;
        }

        try
        {
            return await lire.SessionVautAsync(
                id,
                personne.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType),
                cancellationToken
            );
        }
        catch (ObjectDisposedException)
        {
            // The application is stopping: nothing is left to protect, and nothing to say.
            return true;
        }
    }
}

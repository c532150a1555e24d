using System.Security.Claims;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components.Authorization;

namespace CdgMarches.App.Socle;

/// <summary>Celui qui agit, dans un circuit ou dans une requête ; ses droits sont relus dans la base.</summary>
public class ActeurCourant(LireActeur lire, AuthenticationStateProvider connexion, IHttpContextAccessor requete)
{
    /// <exception cref="DroitManquantException">Personne n'est connecté, ou le compte est fermé.</exception>
    public virtual async Task<Acteur> LireAsync(CancellationToken annulation = default)
    {
        var utilisateur = requete.HttpContext is { WebSockets.IsWebSocketRequest: false } http
            ? http.User
            : (await connexion.GetAuthenticationStateAsync()).User;
        return await DeAsync(utilisateur, annulation) ?? throw new DroitManquantException(Droits.Consulter);
    }

    private async Task<Acteur?> DeAsync(ClaimsPrincipal utilisateur, CancellationToken annulation) =>
        Guid.TryParse(utilisateur.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && await lire.ExecuterAsync(id, annulation) is { } acteur
            ? acteur with
            {
                Adresse = requete.HttpContext?.Connection.RemoteIpAddress?.ToString(),
            }
            : null;
}

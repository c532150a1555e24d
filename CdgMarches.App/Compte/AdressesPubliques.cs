using CdgMarches.App.Demarrage;
using CdgMarches.App.Socle;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CdgMarches.App.Compte;

/// <summary>Fait les adresses entières que portent les courriels.</summary>
/// <remarks>
/// Hors Développement, jamais d'après la requête : son en-tête Host se forge, et le lien envoyé mènerait ailleurs.
/// </remarks>
public sealed class AdressesPubliques(Reglages reglages, IHostEnvironment environnement, IServer serveur)
{
    public bool SontConnues => reglages.AdressePublique is not null || environnement.IsDevelopment();

    /// <param name="chemin">Le chemin dans l'application, « / » initial compris.</param>
    /// <exception cref="RefusException">Le réglage AdressePublique manque.</exception>
    public string De(string chemin)
    {
        if (reglages.AdressePublique is { } publique)
        {
            return new Uri(publique, chemin.TrimStart('/')).ToString();
        }

        if (environnement.IsDevelopment())
        {
            var ecoutee = serveur.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080";
            return ecoutee.TrimEnd('/') + chemin;
        }

        throw new RefusException(
            "L'adresse publique de l'application n'est pas réglée : aucun lien ne peut être envoyé. L'exploitant doit renseigner le réglage AdressePublique."
        );
    }
}

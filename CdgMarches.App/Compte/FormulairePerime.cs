using Microsoft.AspNetCore.Antiforgery;

namespace CdgMarches.App.Compte;

/// <summary>Un formulaire de compte resté ouvert trop longtemps, ou d'avant une connexion : on rouvre la page et on le dit.</summary>
internal sealed class FormulairePerime(RequestDelegate suite)
{
    public async Task InvokeAsync(HttpContext requete)
    {
        if (
            requete.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            && requete.Request.Path.StartsWithSegments("/compte", StringComparison.OrdinalIgnoreCase)
        )
        {
            requete.Response.Redirect($"{requete.Request.Path}{requete.Request.QueryString.Add("perime", "1")}");
            return;
        }

        await suite(requete);
    }
}

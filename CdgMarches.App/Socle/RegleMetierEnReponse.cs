using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle;

/// <summary>Traduit les refus en réponses sur les points d'accès HTTP : 409 pour une règle, 403 pour un droit.</summary>
internal sealed class RegleMetierEnReponse(IProblemDetailsService problemes) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var probleme = exception switch
        {
            RegleMetierException refus => new ProblemDetails
            {
                Status = StatusCodes.Status409Conflict,
                Title = "Action refusée",
                Detail = refus.Message,
                Extensions =
                {
                    ["obstacles"] = refus.Obstacles.Select(o => new
                    {
                        o.Code,
                        o.Message,
                        o.Fondement,
                    }),
                },
            },
            RefusException refus => new ProblemDetails
            {
                Status = StatusCodes.Status409Conflict,
                Title = "Action refusée",
                Detail = refus.Message,
            },
            DroitManquantException => new ProblemDetails
            {
                Status = StatusCodes.Status403Forbidden,
                Title = "Accès refusé",
                Detail = "Vous n'avez pas le droit de lire ce document.",
            },
            DbUpdateConcurrencyException => new ProblemDetails
            {
                Status = StatusCodes.Status409Conflict,
                Title = "Modification simultanée",
                Detail = "La fiche a été modifiée entre-temps par quelqu'un d'autre. Rien n'a été écrasé.",
            },
            _ => null,
        };
        if (probleme is null)
        {
            return false;
        }

        httpContext.Response.StatusCode = probleme.Status!.Value;
        return await problemes.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = probleme });
    }
}

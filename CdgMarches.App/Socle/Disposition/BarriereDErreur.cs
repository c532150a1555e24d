using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CdgMarches.App.Socle.Disposition;

/// <summary>Arrête la panne d'une page à la page : une phrase, une référence que le journal technique porte aussi.</summary>
public sealed partial class BarriereDErreur(ILogger<BarriereDErreur> journal) : ErrorBoundaryBase
{
    private Retour? _retour;

    protected override Task OnErrorAsync(Exception exception)
    {
        switch (exception)
        {
            case DroitManquantException:
                _retour = Retour.Refus(
                    "Vos droits ne donnent pas accès à cette page, ou l'objet n'est pas de votre périmètre. Rien n'a été modifié."
                );
                break;
            case RefusException refus:
                _retour = Retour.Refus(refus.Message);
                break;
            default:
                var reference = Guid.CreateVersion7().ToString("N")[^8..];
                SignalerPanne(exception, reference);
                _retour = Retour.Refus(
                    $"Une erreur technique empêche d'afficher cette page (référence {reference}). Ce qui était enregistré l'est toujours ; rechargez la page, puis donnez cette référence à l'administrateur si cela dure."
                );
                break;
        }

        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<PageEnPanne>(1);
        builder.AddComponentParameter(2, nameof(PageEnPanne.Retour), _retour);
        builder.CloseComponent();
    }

    [LoggerMessage(LogLevel.Error, "Échec de l'affichage d'une page, référence {Reference}")]
    private partial void SignalerPanne(Exception panne, string reference);
}

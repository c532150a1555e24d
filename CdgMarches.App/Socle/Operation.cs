using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Socle;

/// <summary>Ce qu'il faut montrer à l'agent après une action.</summary>
/// <param name="Reussi">Vrai si l'action est faite.</param>
/// <param name="Titre">La phrase principale.</param>
/// <param name="Obstacles">Toutes les règles qui s'y sont opposées.</param>
/// <param name="MotifAttendu">Vrai quand un motif suffirait à passer outre.</param>
/// <param name="Conflit">Vrai quand un autre agent a enregistré entre-temps.</param>
public sealed record Retour(
    bool Reussi,
    string Titre,
    IReadOnlyList<IRegle> Obstacles,
    bool MotifAttendu = false,
    bool Conflit = false
)
{
    /// <summary>Ce qui défait l'action, proposé dix secondes ; null quand elle ne se défait pas.</summary>
    public EventCallback? Annuler { get; init; }

    /// <summary>Propose de défaire l'action, si elle est faite : l'inverse est un cas d'usage, vérifié comme tout autre.</summary>
    /// <param name="page">La page, qui se rend de nouveau après l'annulation.</param>
    /// <param name="inverse">Ce qui défait : il remplace le retour affiché.</param>
    public Retour Annulable(object page, Func<Task> inverse) =>
        Reussi ? this with { Annuler = EventCallback.Factory.Create(page, inverse) } : this;

    public static Retour Ok(string titre) => new(true, titre, []);

    public static Retour Refus(string titre) => new(false, titre, []);
}

/// <summary>
/// Un refus dont la phrase est faite pour être lue : ce qui est arrivé, ce qui est sauf, que faire. À lever par les cas
/// d'usage quand ce n'est pas une règle de droit qui refuse.
/// </summary>
public class RefusException(string message) : Exception(message);

/// <summary>Exécute un cas d'usage pour un composant ; seul endroit de l'interface où une exception devient un message.</summary>
public sealed partial class Operation(ILogger<Operation> journal)
{
    /// <summary>Combien de cas d'usage ont été refusés, ou sont tombés en panne, depuis l'ouverture de la page.</summary>
    public int Refus { get; private set; }

    public Task<Retour> ExecuterAsync(Func<Task> casDUsage, string succes) =>
        ExecuterAsync(async () =>
        {
            await casDUsage();
            return succes;
        });

    /// <summary>Variante où le cas d'usage compose lui-même la phrase du succès.</summary>
    public async Task<Retour> ExecuterAsync(Func<Task<string>> casDUsage)
    {
        var retour = await TraduireAsync(casDUsage);
        Refus += retour.Reussi ? 0 : 1;
        return retour;
    }

    private async Task<Retour> TraduireAsync(Func<Task<string>> casDUsage)
    {
        try
        {
            return Retour.Ok(await casDUsage());
        }
        catch (RegleMetierException refus)
        {
            return new Retour(
                false,
                refus.MotifAttendu ? "L'action demande un motif." : "L'action n'est pas possible.",
                refus.Obstacles,
                refus.MotifAttendu
            );
        }
        catch (RefusException refus)
        {
            return Retour.Refus(refus.Message);
        }
        catch (DroitManquantException)
        {
            return Retour.Refus("Vous n'avez pas le droit de faire cette action. Rien n'a été modifié.");
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Retour(
                false,
                "La fiche a été modifiée entre-temps par quelqu'un d'autre. Rien n'a été écrasé : comparez les deux valeurs avant de reprendre.",
                [],
                Conflit: true
            );
        }
        catch (Exception panne) when (panne is not OperationCanceledException)
        {
            var reference = Guid.CreateVersion7().ToString("N")[^8..];
            SignalerPanne(panne, reference);
            return Retour.Refus(
                $"Une erreur technique est survenue (référence {reference}). Ce qui était enregistré l'est toujours ; réessayez, puis donnez cette référence à l'administrateur."
            );
        }
    }

    [LoggerMessage(LogLevel.Error, "Échec d'un cas d'usage, référence {Reference}")]
    private partial void SignalerPanne(Exception panne, string reference);
}

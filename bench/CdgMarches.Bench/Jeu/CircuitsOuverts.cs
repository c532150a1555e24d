using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CdgMarches.Bench.Jeu;

/// <summary>Compte les circuits vivants : le tas ne se compare que lorsque leur nombre est celui que l'on croit.</summary>
internal sealed class CircuitsOuverts : CircuitHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private int _nombre;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _nombre);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _nombre);
        return Task.CompletedTask;
    }

    public async Task AttendreAsync(int nombre)
    {
        for (var attente = TimeSpan.Zero; Volatile.Read(ref _nombre) != nombre; attente += TimeSpan.FromMilliseconds(100))
        {
            Rapport.Exiger(attente < Patience, $"{_nombre} circuits sont ouverts au lieu de {nombre}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}

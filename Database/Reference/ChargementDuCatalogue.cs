using System.Globalization;
using CdgMarches.Database.Collectivites;

namespace CdgMarches.Database.Reference;

/// <summary>Le catalogue national des communes et des EPCI, remplacé d'un bloc à chaque millésime.</summary>
public sealed class ChargementDuCatalogue : IChargementDeReference
{
    public string Nom => "catalogue-national";

    public int Version { get; } = int.Parse(ChargerCatalogue.Version, CultureInfo.InvariantCulture);

    public Task ChargerAsync(MarchesDbContext contexte, DateTimeOffset instant, CancellationToken annulation) =>
        ChargerCatalogue.DansLaTransactionAsync(contexte, annulation);
}

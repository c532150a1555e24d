using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Tests.Outils;

/// <summary>Un acteur donné d'avance, pour les composants.</summary>
public sealed class ActeurFixe(Acteur acteur) : ActeurCourant(null!, null!, null!)
{
    public Acteur Acteur { get; set; } = acteur;

    public override Task<Acteur> LireAsync(CancellationToken annulation = default) => Task.FromResult(Acteur);
}

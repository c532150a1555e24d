using CdgMarches.App.Socle;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Commissions;

/// <summary>Ce que tous les onglets d'une commission partagent.</summary>
public abstract class PageDeCommission : PageDeFiche<FicheCommission>
{
    [Inject]
    protected LireFicheCommission LireFiche { get; set; } = null!;

    [Inject]
    protected ModifierCommission Modifier { get; set; } = null!;

    protected CommissionId Commission => new(Id);

    protected override Task<FicheCommission?> LireAsync(Acteur acteur) => LireFiche.ExecuterAsync(acteur, Commission);

    protected Task<bool> ChangerAsync(ChangementDeCommission changement, string succes) =>
        AgirAsync(acteur => Modifier.ExecuterAsync(acteur, Commission, Fiche!.Version, changement), succes);
}

/// <summary>Ce que tous les onglets d'une séance partagent.</summary>
public abstract class PageDeSeance : PageDeFiche<FicheSeance>
{
    [Inject]
    protected LireFicheSeance LireFiche { get; set; } = null!;

    [Inject]
    protected HorlogeLegale Horloge { get; set; } = null!;

    protected SeanceId Seance => new(Id);

    protected override Task<FicheSeance?> LireAsync(Acteur acteur) => LireFiche.ExecuterAsync(acteur, Seance);
}

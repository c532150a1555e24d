using CdgMarches.App.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements;

/// <summary>Ce que tous les onglets d'un groupement partagent.</summary>
public abstract class PageDeGroupement : PageDeFiche<FicheGroupement>
{
    [Inject]
    protected LireFicheGroupement LireFiche { get; set; } = null!;

    protected GroupementId Groupement => new(Id);

    protected override Task<FicheGroupement?> LireAsync(Acteur acteur) => LireFiche.ExecuterAsync(acteur, Groupement);
}

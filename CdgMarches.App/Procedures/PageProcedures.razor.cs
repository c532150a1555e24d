using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Procedures;

/// <summary>Les procédures des groupements que l'agent peut voir.</summary>
public sealed partial class PageProcedures(LireProcedures lire, ActeurCourant acteurCourant)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Accueil", "/")];

    private bool _gere;

    protected override async Task OnInitializedAsync() => _gere = (await acteurCourant.LireAsync()).Peut(Droits.GererProcedures);

    private async Task<PageDe<LigneDeProcedure>> ChargerAsync(Demande demande) =>
        await lire.ExecuterAsync(await acteurCourant.LireAsync(), demande);
}

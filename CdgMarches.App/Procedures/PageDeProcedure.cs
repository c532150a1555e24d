using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Procedures;

/// <summary>Ce que tous les onglets d'une procédure partagent.</summary>
public abstract class PageDeProcedure : PageDeFiche<FicheProcedure>
{
    [Inject]
    protected LireFicheProcedure LireFiche { get; set; } = null!;

    protected ProcedureId Procedure => new(Id);

    protected override Task<FicheProcedure?> LireAsync(Acteur acteur) => LireFiche.ExecuterAsync(acteur, Procedure);
}

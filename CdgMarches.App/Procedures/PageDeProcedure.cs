using CdgMarches.App.Socle;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Noyau;
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

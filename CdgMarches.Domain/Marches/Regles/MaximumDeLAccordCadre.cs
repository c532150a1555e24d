using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Un accord-cadre a un maximum.</summary>
/// <remarks>RG4.72. CJUE C-23/20.</remarks>
public sealed record MaximumDeLAccordCadre(FormeDeContrat Contrat, MontantHt? Maximum) : IRegle
{
    public string Code => "RG4.72";

    public string Fondement => "CCP, art. R2162-4";

    public string? Champ => "maximum";

    public bool EstRespectee => Contrat is not FormeDeContrat.AccordCadre || Maximum is not null;

    public string Message => "Un accord-cadre a un maximum : indiquez-le.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Tous les membres signent la convention, sauf là où chacun y adhère par son propre dossier.</summary>
/// <remarks>RG1.03, RG1.12. Au groupement permanent, le coordonnateur la signe et chaque membre y adhère dans une fenêtre (RG1.17).</remarks>
public sealed record MembresTousParties(bool CoordonnateurSeul, ModeDAdhesion Mode) : IRegle
{
    public string Code => "RG1.12";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => "parties";

    public bool EstRespectee => !CoordonnateurSeul || Mode is ModeDAdhesion.ParFenetre;

    public string Message =>
        "Cette convention se signe entre tous les membres : aucun ne peut être laissé de côté. Prenez-les tous pour parties.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Les membres ne répondent qu'à un avenant soumis.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record AvenantSoumisAuxMembres(EtatDAvenant Etat) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => Etat is EtatDAvenant.Soumis;

    public string Message =>
        $"L'avenant n'est pas soumis aux membres ({Etat.Libelle().ToLower(Francais.Culture)}) : aucune réponse n'y est attendue.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne soumet qu'un avenant en préparation.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record AvenantEnPreparation(EtatDAvenant Etat) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => Etat is EtatDAvenant.EnPreparation;

    public string Message => $"L'avenant n'est plus en préparation ({Etat.Libelle().ToLower(Francais.Culture)}).";
}

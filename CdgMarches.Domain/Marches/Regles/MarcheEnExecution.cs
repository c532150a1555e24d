using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>L'action suppose un marché en cours d'exécution.</summary>
/// <remarks>CCP, art. R2182-4.</remarks>
public sealed record MarcheEnExecution(EtatDeMarche Etat) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2182-4";

    public bool EstRespectee => Etat is EtatDeMarche.EnExecution;

    public string Message =>
        $"Le marché est {Etat.Libelle().ToLower(Francais.Culture)} : l'action suppose un marché en cours d'exécution.";
}

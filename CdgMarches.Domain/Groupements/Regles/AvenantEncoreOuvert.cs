using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Le texte d'un avenant clos ne change plus.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record AvenantEncoreOuvert(EtatDAvenant Etat) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public bool EstRespectee => Etat is EtatDAvenant.EnPreparation or EtatDAvenant.Soumis;

    public string Message =>
        $"L'avenant est {Etat.Libelle().ToLower(Francais.Culture)} : son texte ne change plus. Préparez-en un autre.";
}

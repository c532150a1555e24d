using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Chaque membre est informé de la dissolution.</summary>
/// <remarks>RG1.33.</remarks>
public sealed record MembresTousInformes(int NonInformes) : IRegle
{
    public string Code => "RG1.33";

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => NonInformes == 0;

    public string Message =>
        $"{NonInformes.ToString(Francais.Culture)} membres n'ont pas encore la preuve d'avoir été informés : informez-les, ou enregistrez la remise.";
}

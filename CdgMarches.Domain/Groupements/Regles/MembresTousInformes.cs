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
        $"{EnClair.Compter(NonInformes, "membre n'a pas encore été informé avec preuve", "membres n'ont pas encore été informés avec preuve")} : informez-les, ou enregistrez la remise.";
}

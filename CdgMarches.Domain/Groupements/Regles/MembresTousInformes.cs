using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Chaque membre est informé de la dissolution.</summary>
/// <remarks>La règle est celle de la cause.</remarks>
public sealed record MembresTousInformes(CauseDeDissolution Cause, int NonInformes) : IRegle
{
    public string Code => Cause.Regle();

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => NonInformes == 0;

    public string Message =>
        $"{EnClair.Compter(NonInformes, "membre n'a pas encore été informé avec preuve", "membres n'ont pas encore été informés avec preuve")} : informez-les, ou enregistrez la remise.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On ne supprime pas une prestation choisie, recensée ou mise en concurrence : on la retire.</summary>
/// <remarks>RG1.22. Ce qui a été répondu et figé s'appuie sur elle.</remarks>
public sealed record PrestationSansUsage(string Libelle, int Choix, int Usages) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public bool EstRespectee => Choix == 0 && Usages == 0;

    public string Message =>
        $"« {Libelle} » est choisie par {EnClair.Compter(Choix, "membre")} et a servi {Usages.ToString(Francais.Culture)} fois : "
        + "retirez-la au lieu de la supprimer, ce qui a été répondu restera.";
}

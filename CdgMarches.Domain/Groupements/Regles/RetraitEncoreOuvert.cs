using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un retrait constaté, caduc ou abandonné ne change plus.</summary>
/// <remarks>RG1.30.</remarks>
public sealed record RetraitEncoreOuvert(EtatDeRetrait Etat) : IRegleDeConvention
{
    public string Code => "RG1.30";

    public string Article => "6.2";

    public bool EstRespectee => Etat is EtatDeRetrait.Annonce;

    public string Message => $"Ce retrait est {Etat.Libelle().ToLower(Francais.Culture)} : il se lit, il ne se modifie plus.";
}

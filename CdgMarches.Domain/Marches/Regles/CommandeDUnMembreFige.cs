using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Seul commande un membre de la liste figée au lancement.</summary>
/// <remarks>RG1.22, RG4.73. CCP, art. R2162-6.</remarks>
public sealed record CommandeDUnMembreFige(bool EstFige, string Membre) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public string? Champ => "commande-membre";

    public bool EstRespectee => EstFige;

    public string Message =>
        $"{Membre} n'est pas de la liste des acheteurs figée au lancement : qui adhère ensuite ne bénéficie pas de ce marché.";
}

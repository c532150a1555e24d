using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Chaque lot a au moins un acheteur au lancement.</summary>
/// <remarks>RG1.22. La liste est figée ce jour-là : un lot sans membre n'en aurait jamais.</remarks>
public sealed record DesMembresDansChaqueLot(IReadOnlyList<int> LotsSansMembre) : IRegle
{
    public string Code => "RG1.22";

    public string Fondement => "CCP, art. R2162-6";

    public bool EstRespectee => LotsSansMembre.Count == 0;

    public string Message =>
        $"Aucun membre n'avait choisi ce jour-là la prestation du ou des lots {string.Join(", ", LotsSansMembre.Select(n => n.ToString(Francais.Culture)))} : complétez les choix des membres, ou supprimez ces lots.";
}

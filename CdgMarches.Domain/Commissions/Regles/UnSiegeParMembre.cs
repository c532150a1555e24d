using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chaque membre du groupement a un siège, et un seul.</summary>
/// <remarks>RG2.05. Convention, art. 3.2 : « un représentant de chaque membre du groupement ».</remarks>
public sealed record UnSiegeParMembre(IReadOnlyList<string> SansSiege, IReadOnlyList<string> EnDouble) : IRegle
{
    public string Code => "RG2.05";

    public string Fondement => "CGCT, art. L1414-3 I ; convention constitutive, art. 3.2";

    public bool EstRespectee => SansSiege.Count == 0 && EnDouble.Count == 0;

    public string Message =>
        string.Join(
            " ",
            new[]
            {
                SansSiege.Count == 0 ? "" : $"Membres sans siège : {Enumeration.De(SansSiege)}. Accordez les sièges aux membres.",
                EnDouble.Count == 0 ? "" : $"Membres à deux sièges : {Enumeration.De(EnDouble)}.",
            }.Where(m => m.Length > 0)
        );
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chacun a été convoqué à temps, et on peut le prouver.</summary>
/// <remarks>RG2.11, RG2.13, RG2.15. L'omission vicie la procédure : l'agent dit pourquoi la séance s'ouvre, et le procès-verbal le reprend.</remarks>
public sealed record ConvocationsRegulieres(IReadOnlyList<string> Irregulieres) : IRegle
{
    public string Code => "RG2.13";

    public string Fondement => "Convention constitutive, art. 3.2";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => Irregulieres.Count == 0;

    public string Message => $"Convocation non prouvée dans le délai pour {Enumeration.De(Irregulieres)}.";
}

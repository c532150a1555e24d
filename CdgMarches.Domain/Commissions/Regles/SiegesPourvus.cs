using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un siège vacant reste compté dans le nombre de voix : il rend le quorum plus difficile à atteindre.</summary>
/// <remarks>RG2.21. Aucun texte ne retire un siège vacant du nombre : lecture prudente, signalée sans bloquer.</remarks>
public sealed record SiegesPourvus(IReadOnlyList<string> Vacants) : IRegle
{
    public string Code => "RG2.21";

    public string Fondement => "CGCT, art. L1414-3 ; lecture prudente";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => Vacants.Count == 0;

    public string Message =>
        $"Sièges sans titulaire, comptés dans le quorum : {Enumeration.De(Vacants)}. Demandez la désignation à ces membres.";
}

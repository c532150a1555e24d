using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>On ne reprend pas un dossier qu'une partie a déjà signé.</summary>
/// <remarks>RG1.10. Les parties doivent signer le même texte ; ensuite, c'est un avenant.</remarks>
public sealed record AucunePartieNASigne(IReadOnlyList<string> Signataires) : IRegle
{
    private const int Nommees = 5;

    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7 ; convention d'accès, art. 5";

    public bool EstRespectee => Signataires.Count == 0;

    public string Message =>
        $"La convention est déjà signée par {EnClair(Signataires)} : son texte et ses annexes ne changent plus que par avenant.";

    /// <summary>« le centre de gestion du Nord, Arras » : les cinq premiers.</summary>
    internal static string EnClair(IReadOnlyList<string> noms) =>
        $"{string.Join(", ", noms.Take(Nommees))}{(noms.Count > Nommees ? ", …" : "")}";
}

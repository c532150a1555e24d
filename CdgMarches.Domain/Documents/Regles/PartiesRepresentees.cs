using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Chaque partie a quelqu'un pour signer : son nom est dans le bloc de signature.</summary>
/// <remarks>RG1.10. La règle nomme les cinq premières.</remarks>
public sealed record PartiesRepresentees(IReadOnlyList<string> SansRepresentant) : IRegle
{
    private const int Nommees = 5;

    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7 ; CGCT, art. L2122-21";

    public bool EstRespectee => SansRepresentant.Count == 0;

    public string Message =>
        $"On ne sait pas qui signe pour {string.Join(", ", SansRepresentant.Take(Nommees))}{(SansRepresentant.Count > Nommees ? "…" : "")} : renseignez le maire ou le président, puis produisez de nouveau le texte.";
}

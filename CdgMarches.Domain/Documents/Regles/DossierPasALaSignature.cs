using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Un dossier parti à la signature ne change plus.</summary>
/// <remarks>RG1.10. Les parties doivent signer le même texte.</remarks>
public sealed record DossierPasALaSignature(DateOnly? ALaSignatureLe) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CGCT, art. L1414-3 ; CCP, art. L2113-7";

    public bool EstRespectee => ALaSignatureLe is null;

    public string Message =>
        $"Ce dossier est à la signature depuis le {EnClair.Date(ALaSignatureLe!.Value)} : reprenez-le d'abord si une partie n'a pas encore signé.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>On ne reprend qu'un dossier parti à la signature.</summary>
/// <remarks>RG1.10.</remarks>
public sealed record DossierALaSignature(DateOnly? ALaSignatureLe) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "Convention constitutive, art. 7";

    public bool EstRespectee => ALaSignatureLe is not null;

    public string Message => "Ce dossier n'est pas à la signature : il se modifie sans qu'on le reprenne.";
}

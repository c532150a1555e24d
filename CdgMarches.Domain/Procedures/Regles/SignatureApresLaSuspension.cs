using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La signature attend la fin de la suspension, comptée du dernier rejet envoyé.</summary>
/// <remarks>RG4.40. CCP, art. R2182-1 ; CE, 2 août 2011, no 347526. Sans objet en procédure adaptée ou pour un seul participant (R2182-2).</remarks>
public sealed record SignatureApresLaSuspension(DateOnly Signature, SuspensionDeSignature? Suspension) : IRegle
{
    public string Code => "RG4.40";

    public string Fondement => "CCP, art. R2182-1";

    public string? Champ => "jour";

    public bool EstRespectee => Suspension is not { } s || Signature >= s.AuPlusTot;

    public string Message => Suspension!.Explication;
}

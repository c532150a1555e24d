using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Le président, ou à défaut son suppléant, siège.</summary>
/// <remarks>RG2.08. Sans l'un ni l'autre, la réunion ne peut pas se tenir.</remarks>
public sealed record PresidencePresente(bool EstAssuree) : IRegle
{
    public string Code => "RG2.08";

    public string Fondement => "CGCT, art. L1414-3 I";

    public bool EstRespectee => EstAssuree;

    public string Message => "Ni le président ni son suppléant ne siège : la commission ne peut rien décider.";
}

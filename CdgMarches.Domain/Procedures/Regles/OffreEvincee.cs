using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un rejet s'envoie à un évincé, une fois l'offre retenue connue.</summary>
/// <remarks>CCP, art. R2181-3.</remarks>
public sealed record OffreEvincee(int Offre, int? Retenue) : IRegle
{
    public string Code => "RG4.30";

    public string Fondement => "CCP, art. R2181-3";

    public bool EstRespectee => Retenue is { } r && r != Offre;

    public string Message =>
        Retenue is null
            ? "Choisissez d'abord l'offre retenue : la lettre la nomme."
            : "Cette offre est retenue : elle ne reçoit pas de lettre de rejet.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Un changement après l'envoi a été porté à la connaissance de tous par une convocation rectificative.</summary>
/// <remarks>RG2.14.</remarks>
public sealed record RectificativeEnvoyee(bool EstDue) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => !EstDue;

    public string Message =>
        "La date, le lieu ou l'ordre du jour a changé depuis l'envoi : envoyez d'abord la convocation rectificative.";
}

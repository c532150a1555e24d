using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La délibération ou la délégation qui autorise à signer est exécutoire avant la signature.</summary>
/// <remarks>CGCT, art. L2122-21 et L2131-1 ; tâche 15 de la convention.</remarks>
public sealed record SignatureAutorisee(DateOnly? AutoriseeLe, DateOnly Signature) : IRegle
{
    public string Code => "RG1.13";

    public string Fondement => "CGCT, art. L2131-1";

    public string? Champ => "jour";

    public bool EstRespectee => AutoriseeLe is { } jour && jour <= Signature;

    public string Message =>
        AutoriseeLe is { } jour
            ? $"L'autorisation de signer n'est exécutoire que le {EnClair.Date(jour)} : la signature ne peut pas la précéder."
            : "Constatez d'abord l'autorisation de signer : la délibération exécutoire, ou la délégation.";
}

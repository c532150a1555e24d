using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un montant d'offre n'est pas négatif.</summary>
/// <remarks>Saisie.</remarks>
public sealed record MontantPositif(MontantHt? Montant) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "Registres de la procédure";

    public string? Champ => "offre-montant";

    public bool EstRespectee => Montant is not { EstNegatif: true };

    public string Message => "Le montant ne peut pas être négatif.";
}

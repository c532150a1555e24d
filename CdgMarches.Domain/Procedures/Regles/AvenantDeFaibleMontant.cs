using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un avenant de faible montant reste, avec ceux qui le précèdent, strictement sous la part permise et sous le seuil européen.</summary>
/// <remarks>RG4.80. CCP, art. R2194-8 et R2194-9. Égal à la part ou au seuil, il est refusé.</remarks>
/// <param name="Calcul">Les montants, ceux des avenants R2194-8 antérieurs compris.</param>
/// <param name="Part">10 points en fournitures et services, 15 en travaux.</param>
/// <param name="Seuil">Le seuil des procédures formalisées.</param>
public sealed record AvenantDeFaibleMontant(CalculDAvenant Calcul, decimal Part, MontantHt Seuil) : IRegle
{
    public string Code => "RG4.80";

    public string Fondement => "CCP, art. R2194-8 et R2194-9";

    public string? Champ => "montant";

    public bool EstRespectee => Calcul.CumulInferieurA(Part) && Calcul.Cumul < Seuil;

    public string Message =>
        $"Le cumul des avenants de faible montant, {EnClair.Montant(Calcul.Cumul)}, doit être strictement inférieur à {Part.ToString("0.##", Francais.Culture)} % "
        + $"du montant initial ({EnClair.Montant(Calcul.Initial)}) et au seuil de {EnClair.Montant(Seuil)}. Choisissez un autre cas, ou une nouvelle procédure.";
}

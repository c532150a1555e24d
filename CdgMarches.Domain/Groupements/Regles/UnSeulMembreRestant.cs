using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement finit faute de membres quand il n'en reste qu'un.</summary>
/// <remarks>RG1.35. Un départ dont la délibération est exécutoire compte, même si son constat attend la dissolution.</remarks>
public sealed record UnSeulMembreRestant(CauseDeDissolution Cause, int Restants) : IRegle
{
    public string Code => "RG1.35";

    public string Fondement => "CCP, art. L2113-6";

    public string? Champ => "cause";

    public bool EstRespectee => Cause is not CauseDeDissolution.UnSeulMembre || Restants <= 1;

    public string Message =>
        $"{EnClair.Compter(Restants, "membre reste", "membres restent")} au lendemain du dernier jour : le groupement continue. Datez d'abord la délibération de retrait de qui part, ou choisissez une autre cause.";
}

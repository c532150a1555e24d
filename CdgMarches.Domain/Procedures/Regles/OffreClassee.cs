using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>On choisit une offre du classement.</summary>
/// <remarks>CCP, art. L2152-1.</remarks>
public sealed record OffreClassee(string Entreprise, EtatDOffre Etat) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. L2152-1";

    public bool EstRespectee => Etat is EtatDOffre.EnAnalyse;

    public string Message =>
        $"L'offre de {Entreprise} est écartée ({Etat.Libelle().ToLower(Francais.Culture)}) : elle ne peut pas être choisie.";
}

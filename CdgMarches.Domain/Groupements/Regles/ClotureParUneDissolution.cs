using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un groupement ouvert qui a des membres se dissout, il ne se clôt pas d'un geste.</summary>
/// <remarks>La règle est celle de la cause du dossier ouvert ; RG1.33 à défaut. Chaque membre est informé, la dernière facture part, les archives sont versées. Un dossier de dissolution ouvert se mène à son terme ou s'abandonne.</remarks>
public sealed record ClotureParUneDissolution(
    EtatDuGroupement Etat,
    int Membres,
    DateOnly? DissolutionOuverteLe,
    CauseDeDissolution? Cause
) : IRegle
{
    public string Code => (Cause ?? CauseDeDissolution.DepartDuCoordonnateur).Regle();

    public string Fondement => "Convention constitutive ; CCP, art. L2113-6";

    public bool EstRespectee => DissolutionOuverteLe is null && (Etat is not EtatDuGroupement.Ouvert || Membres == 0);

    public string Message =>
        DissolutionOuverteLe is { } ouverte
            ? $"Un dossier de dissolution est ouvert depuis le {EnClair.Date(ouverte)} : c'est lui qui clôt le groupement."
            : $"Le groupement a {EnClair.Compter(Membres, "membre")} : ouvrez un dossier de dissolution, qui informe chacun, règle la dernière facturation et les archives.";
}

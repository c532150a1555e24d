using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>On entre pour une prestation au moins, et on le dit dès la demande.</summary>
/// <remarks>
/// RG1.10. Chaque prestation est à la carte. La demande d'une collectivité n'en attend aucune tant que le groupement n'en propose pas, ou
/// que sa fenêtre d'adhésion est close (RG1.17) : le choix se fait alors au dossier.
/// </remarks>
public sealed record AuMoinsUnChoix(int Prestations, bool SontProposees = true) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "Convention constitutive";

    public string? Champ => "prestations";

    public bool EstRespectee => Prestations > 0 || !SontProposees;

    public string Message => "Aucune prestation n'est choisie : choisissez-en une au moins, chacune est à la carte.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Deux fenêtres d'adhésion ne se chevauchent pas.</summary>
/// <remarks>RG1.17.</remarks>
public sealed record FenetreSansChevauchement(Periode? Autre) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "ouverture";

    public bool EstRespectee => Autre is null;

    public string Message =>
        $"Une autre fenêtre court {EnClair.Validite(Autre!.Debut, Autre.Fin)} : donnez des dates qui ne la touchent pas.";
}

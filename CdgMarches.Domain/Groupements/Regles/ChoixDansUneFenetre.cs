using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un choix de prestations ne change que dans une fenêtre d'adhésion.</summary>
/// <remarks>RG1.17. Une période d'adhésion a lieu avant chaque remise en concurrence ; la fenêtre se ferme au lancement au plus tard.</remarks>
public sealed record ChoixDansUneFenetre(DateOnly Jour, bool EstSuivie, Periode? Fenetre) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "du";

    public bool EstRespectee => !EstSuivie || Fenetre?.Contient(Jour) == true;

    public string Message =>
        $"Aucune fenêtre d'adhésion n'est ouverte le {EnClair.Date(Jour)} : un choix de prestations ne change que dans une fenêtre. Ouvrez-en une, ou attendez la prochaine.";
}

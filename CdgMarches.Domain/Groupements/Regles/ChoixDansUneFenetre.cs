using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un choix de prestations ne change que dans une fenêtre d'adhésion : celle du jour où l'on saisit, et un jour d'elle.</summary>
/// <remarks>
/// RG1.17. Une période d'adhésion a lieu avant chaque remise en concurrence ; la fenêtre se ferme au lancement au plus tard. La note
/// d'adhésion ne prévoit ni pièce ni délai qui rattraperait un choix oublié : il ne s'antidate pas dans une fenêtre close, sans quoi les
/// besoins de la consultation changeraient après elle. Tant que la consultation n'est pas lancée, la fermeture de la fenêtre se recule.
/// </remarks>
/// <param name="Acte">Le jour que porte le choix.</param>
/// <param name="Saisie">Le jour où il est enregistré.</param>
/// <param name="EstSuivie">Le groupement tient des fenêtres d'adhésion.</param>
/// <param name="Fenetre">La fenêtre ouverte le jour de la saisie ; nulle s'il n'y en a pas.</param>
public sealed record ChoixDansUneFenetre(DateOnly Acte, DateOnly Saisie, bool EstSuivie, Periode? Fenetre) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "du";

    public bool EstRespectee => !EstSuivie || (Fenetre is { } fenetre && fenetre.Contient(Saisie) && fenetre.Contient(Acte));

    public string Message =>
        Fenetre is { Fin: { } fin } fenetre && fenetre.Contient(Saisie)
            ? $"La fenêtre d'adhésion ouverte va du {EnClair.Date(fenetre.Debut)} au {EnClair.Date(fin)} : un choix daté du {EnClair.Date(Acte)} n'y est pas. Donnez un jour de cette fenêtre."
            : $"Aucune fenêtre d'adhésion n'est ouverte le {EnClair.Date(Saisie)} : un choix de prestations ne change que dans une fenêtre, et ne s'antidate pas dans une fenêtre close. Ouvrez-en une, ou attendez la prochaine.";
}

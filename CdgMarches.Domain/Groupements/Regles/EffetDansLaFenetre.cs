using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une adhésion prend effet dans une fenêtre d'adhésion.</summary>
/// <remarks>RG1.17.</remarks>
/// <param name="Effet">Le jour jugé.</param>
/// <param name="EstSuivie">Le groupement tient des fenêtres d'adhésion.</param>
/// <param name="Fenetre">Celle qui couvre ce jour ; nulle s'il n'y en a pas.</param>
public sealed record EffetDansLaFenetre(DateOnly Effet, bool EstSuivie, Periode? Fenetre) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "effet";

    public bool EstRespectee => !EstSuivie || Fenetre?.Contient(Effet) == true;

    /// <summary>La première qui s'ouvre ensuite, s'il y en a une.</summary>
    public Periode? Prochaine { get; init; }

    public string Message =>
        $"Aucune fenêtre d'adhésion n'est ouverte le {EnClair.Date(Effet)} : l'adhésion prend effet dans une fenêtre, avant le lancement de la consultation. "
        + (
            Prochaine is { } prochaine
                ? $"La prochaine va du {EnClair.Date(prochaine.Debut)} au {EnClair.Date(prochaine.Fin ?? prochaine.Debut)}."
                : "Aucune autre n'est prévue."
        );
}

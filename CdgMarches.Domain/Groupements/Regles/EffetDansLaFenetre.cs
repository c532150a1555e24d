using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une adhésion prend effet dans une fenêtre d'adhésion.</summary>
/// <remarks>RG1.17.</remarks>
public sealed record EffetDansLaFenetre(DateOnly Effet, bool EstSuivie, Periode? Fenetre) : IRegle
{
    public string Code => "RG1.17";

    public string Fondement => "Convention constitutive du groupement permanent";

    public string? Champ => "effet";

    public bool EstRespectee => !EstSuivie || Fenetre?.Contient(Effet) == true;

    public string Message =>
        $"Aucune fenêtre d'adhésion n'est ouverte le {EnClair.Date(Effet)} : l'adhésion prend effet dans une fenêtre, avant le lancement de la consultation.";
}

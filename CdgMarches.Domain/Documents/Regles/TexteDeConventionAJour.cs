using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Le texte qui part à la signature dit la convention telle qu'elle est : ses parties, leurs représentants, ses annexes.</summary>
/// <remarks>RG1.10. Un texte produit avant un changement ne cite ni la partie, ni l'annexe que le dossier exige désormais.</remarks>
public sealed record TexteDeConventionAJour(bool EstAJour) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "Convention constitutive, art. 9 ; convention d'accès, art. 7";

    public string? Champ => "texte";

    public bool EstRespectee => EstAJour;

    public string Message =>
        "La convention, ses parties ou ses annexes ont changé depuis que le texte est produit : produisez-le de nouveau, relisez-le, puis mettez le dossier à la signature.";
}

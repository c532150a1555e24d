using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Ce qu'on demande de l'assiette : à qui la grille s'applique, pour quel exercice, à quelle date.</summary>
/// <param name="Portee">Conventions d'accès, ou membres d'un groupement.</param>
/// <param name="Groupement">Le groupement, pour ses membres.</param>
/// <param name="Exercice">L'exercice.</param>
/// <param name="DateDAppel">Le jour où l'on apprécie l'affiliation et l'appartenance de la commune (RG6.27, RG6.28).</param>
/// <param name="AnneeComptee">L'année des consultations comptées : celle de l'exercice, ou la précédente.</param>
/// <param name="AvecEtablissements">Les agents des CCAS et caisses des écoles s'ajoutent.</param>
/// <param name="AvecExemptions">Il faut savoir si la commune de rattachement est membre.</param>
/// <param name="Acte">Le seul acte à lire ; nul pour tous ceux de l'exercice.</param>
public sealed record DemandeDAssiette(
    PorteeDeGrille Portee,
    GroupementId? Groupement,
    int Exercice,
    DateOnly DateDAppel,
    int AnneeComptee,
    bool AvecEtablissements = false,
    bool AvecExemptions = false,
    Guid? Acte = null
);

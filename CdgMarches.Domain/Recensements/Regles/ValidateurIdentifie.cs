using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>Celui qui valide dit son nom et sa qualité.</summary>
public sealed record ValidateurIdentifie(string? Nom, string? Qualite) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Convention constitutive, art. 4 : évaluation signée par l'exécutif";

    public string? Champ => string.IsNullOrWhiteSpace(Nom) ? "nom" : "qualite";

    public bool EstRespectee =>
        !string.IsNullOrWhiteSpace(Nom)
        && !string.IsNullOrWhiteSpace(Qualite)
        && Nom.Trim().Length <= Reponse.LongueurNom
        && Qualite.Trim().Length <= Reponse.LongueurQualite;

    public string Message =>
        $"Tapez le nom et la qualité de la personne qui valide ({Reponse.LongueurNom} et {Reponse.LongueurQualite} caractères au plus).";
}

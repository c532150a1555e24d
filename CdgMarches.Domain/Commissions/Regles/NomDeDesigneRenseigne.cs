using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une personne désignée ou invitée a un nom.</summary>
public sealed record NomDeDesigneRenseigne(string Nom) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "CGCT, art. R2131-5, 5°";

    public string? Champ => "nom";

    public bool EstRespectee => Nom.Length is > 0 and <= Designation.LongueurDuNom;

    public string Message => "Donnez le nom de la personne : le procès-verbal dit les noms et qualités de ceux qui ont siégé.";
}

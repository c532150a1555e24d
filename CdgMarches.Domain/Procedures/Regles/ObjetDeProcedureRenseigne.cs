using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Une procédure a un objet.</summary>
/// <remarks>RG4. Un avis sans objet ne se publie pas.</remarks>
public sealed record ObjetDeProcedureRenseigne(string Objet, int Maximum) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. R2131-1";

    public string? Champ => "objet";

    public bool EstRespectee => Objet.Length > 0 && Objet.Length <= Maximum;

    public string Message =>
        Objet.Length == 0
            ? "Donnez l'objet de la procédure : ce que le groupement achète."
            : $"L'objet compte {Objet.Length.ToString(Francais.Culture)} caractères : raccourcissez à {Maximum.ToString(Francais.Culture)} au plus.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un texte facultatif tient dans sa longueur.</summary>
/// <remarks>RG1.10.</remarks>
public sealed record TexteBorne(string Objet, string? Valeur, int Maximum, string Identifiant) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => Identifiant;

    public bool EstRespectee => Valeur is null || Valeur.Length <= Maximum;

    public string Message =>
        $"{Objet} compte {Valeur?.Length.ToString(Francais.Culture)} caractères : raccourcissez à {Maximum.ToString(Francais.Culture)} au plus.";
}

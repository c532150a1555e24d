using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un texte obligatoire est donné, et tient dans sa longueur.</summary>
/// <remarks>RG1.10. Le contenu minimal de la convention : parties, objet, durée, coordonnateur.</remarks>
public sealed record TexteRenseigne(string Objet, string Valeur, int Maximum, string Identifiant) : IRegle
{
    public string Code => "RG1.10";

    public string Fondement => "CCP, art. L2113-7";

    public string? Champ => Identifiant;

    public bool EstRespectee => Valeur.Length > 0 && Valeur.Length <= Maximum;

    public string Message =>
        Valeur.Length == 0
            ? $"{Objet} doit être renseigné : écrivez-le, {Maximum.ToString(Francais.Culture)} caractères au plus."
            : $"{Objet} compte {Valeur.Length.ToString(Francais.Culture)} caractères : raccourcissez à {Maximum.ToString(Francais.Culture)} au plus.";
}

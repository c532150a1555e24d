using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un texte obligatoire est donné, et tient dans sa longueur.</summary>
/// <remarks>
/// Un champ laissé vide n'enfreint aucun texte : rien n'est cité, sauf pour ce que la convention doit contenir (RG1.10), que
/// <see cref="DeLaConvention"/> demande.
/// </remarks>
public sealed record TexteRenseigne(string Objet, string Valeur, int Maximum, string Identifiant) : IRegle
{
    public string Code { get; private init; } = "";

    public string Fondement { get; private init; } = "";

    public string? Champ => Identifiant;

    public bool EstRespectee => Valeur.Length > 0 && Valeur.Length <= Maximum;

    public string Message =>
        Valeur.Length == 0
            ? $"Renseignez {EnClair.EnSuite(Objet)} : {EnClair.Compter(Maximum, "caractère")} au plus."
            : EnClair.TropLong(Objet, Valeur.Length, Maximum);

    /// <summary>Ce que la convention constitutive contient au moins : parties, objet, durée, coordonnateur.</summary>
    public static TexteRenseigne DeLaConvention(string objet, string valeur, int maximum, string identifiant) =>
        new(objet, valeur, maximum, identifiant) { Code = "RG1.10", Fondement = "CCP, art. L2113-7" };
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Un texte facultatif tient dans sa longueur.</summary>
/// <remarks>La place d'un champ n'est fixée par aucun texte : rien n'est cité.</remarks>
public sealed record TexteBorne(string Objet, string? Valeur, int Maximum, string Identifiant) : IRegle
{
    public string Code => "";

    public string Fondement => "";

    public string? Champ => Identifiant;

    public bool EstRespectee => Valeur is null || Valeur.Length <= Maximum;

    public string Message => EnClair.TropLong(Objet, Valeur?.Length ?? 0, Maximum);
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Documents.Regles;

/// <summary>Rien ne part à la signature tant qu'une annexe manque.</summary>
/// <remarks>RG1.10 : les délibérations des membres et la grille sont annexées à la convention. La règle nomme les cinq premières.</remarks>
public sealed record AnnexesReunies(IReadOnlyList<string> Manquantes) : IRegle
{
    private const int Nommees = 5;

    public string Code => "RG1.10";

    /// <summary>L'article qui veut ces annexes : celui de la convention constitutive, sauf pour une autre convention.</summary>
    public string Fondement { get; init; } = "Convention constitutive, art. 9";

    public string? Champ => "annexes";

    public bool EstRespectee => Manquantes.Count == 0;

    public string Message => $"{EnClair(Manquantes)}.";

    /// <summary>« 2 annexes manquent : la grille ; la délibération d'Arras. Déposez-les », sans point final.</summary>
    internal static string EnClair(IReadOnlyList<string> manquantes) =>
        manquantes.Count == 1
            ? $"Une annexe manque : {manquantes[0]}. Déposez-la"
            : $"{manquantes.Count.ToString(Francais.Culture)} annexes manquent : {string.Join(" ; ", manquantes.Take(Nommees))}{(manquantes.Count > Nommees ? " ; …" : "")}. Déposez-les";
}

namespace CdgMarches.Domain.Collectivites;

/// <summary>Les populations légales d'une collectivité en vigueur au 1er janvier d'une année.</summary>
/// <remarks>
/// RG6.29, CGCT R2151-2 : les strates se lisent sur la population totale. La municipale est gardée à côté et ne la
/// remplace jamais.
/// </remarks>
public sealed class Population
{
    /// <summary>Plus que la région la plus peuplée : au-delà, c'est une faute de frappe.</summary>
    public const int Maximum = 15_000_000;

    private Population() { }

    internal Population(DeclarationDePopulation declaration)
    {
        Annee = declaration.Annee;
        Remplacer(declaration);
    }

    public int Annee { get; private init; }

    public int? Totale { get; private set; }

    public int? Municipale { get; private set; }

    public string? Source { get; private set; }

    internal void Remplacer(DeclarationDePopulation declaration)
    {
        Totale = declaration.Totale;
        Municipale = declaration.Municipale;
        Source = Texte.Net(declaration.Source);
    }

    internal bool EstIdentique(DeclarationDePopulation d) =>
        Totale == d.Totale && Municipale == d.Municipale && Source == Texte.Net(d.Source);
}

/// <summary>Ce qu'un agent, un import ou le catalogue dit des populations d'une année.</summary>
public sealed record DeclarationDePopulation(int Annee, int? Totale, int? Municipale, string? Source = null);

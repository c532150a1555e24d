using CdgMarches.Domain.Collectivites;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une partie fondatrice de la convention, sa délibération et sa signature.</summary>
public sealed class PartieDeConvention
{
    private PartieDeConvention() { }

    internal PartieDeConvention(CollectiviteId collectivite, string? representant, string? qualite) =>
        (Id, Collectivite, Representant, Qualite) = (Guid.CreateVersion7(), collectivite, representant, qualite);

    public Guid Id { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string? Representant { get; private set; }

    public string? Qualite { get; private set; }

    internal string? EnClairRepresentant => Qualite is null ? Representant : $"{Representant}, {Qualite}";

    public ActeDeliberatif Deliberation { get; private set; } = new();

    public DateOnly? SigneeLe { get; private set; }

    internal void Representer(string? representant, string? qualite) => (Representant, Qualite) = (representant, qualite);

    internal void Dater(ActeDeliberatif deliberation, DateOnly? signeeLe) => (Deliberation, SigneeLe) = (deliberation, signeeLe);
}

namespace CdgMarches.Domain.Collectivites;

/// <summary>Le nombre d'agents d'une collectivité pour une année, tel qu'il a été déclaré.</summary>
public sealed class Effectif
{
    /// <summary>Ce que l'on compte, à défaut d'une autre définition.</summary>
    public const string DefinitionUsuelle = "Agents rémunérés au 31 décembre (titulaires, stagiaires et contractuels)";

    /// <summary>Plus qu'aucune collectivité n'emploie : au-delà, c'est une faute de frappe.</summary>
    public const int Maximum = 200_000;

    private Effectif() { }

    internal Effectif(DeclarationDEffectif declaration)
    {
        Annee = declaration.Annee;
        Remplacer(declaration);
    }

    public int Annee { get; private init; }

    public int Agents { get; private set; }

    public string Definition { get; private set; } = DefinitionUsuelle;

    public string? Source { get; private set; }

    public DateOnly? DeclareLe { get; private set; }

    internal void Remplacer(DeclarationDEffectif declaration)
    {
        Agents = declaration.Agents;
        Definition = Texte.Net(declaration.Definition) ?? DefinitionUsuelle;
        Source = Texte.Net(declaration.Source);
        DeclareLe = declaration.DeclareLe;
    }

    internal bool EstIdentique(DeclarationDEffectif d) =>
        Agents == d.Agents
        && Definition == (Texte.Net(d.Definition) ?? DefinitionUsuelle)
        && Source == Texte.Net(d.Source)
        && DeclareLe == d.DeclareLe;
}

/// <summary>Ce qu'un agent ou un import dit de l'effectif d'une année.</summary>
public sealed record DeclarationDEffectif(
    int Annee,
    int Agents,
    string? Definition = null,
    string? Source = null,
    DateOnly? DeclareLe = null
);

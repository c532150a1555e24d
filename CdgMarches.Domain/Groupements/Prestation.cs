using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Ce qu'un groupement propose à la carte : chaque membre choisit les prestations dont il veut (B6).</summary>
public sealed class Prestation
{
    public const int LongueurDuCode = 20;
    public const int LongueurDuLibelle = 200;
    public const int LongueurDeLUnite = 40;

    private Prestation() { }

    internal Prestation(DefinitionDePrestation definition, int ordre)
    {
        Id = PrestationId.Nouveau();
        Ordre = ordre;
        Definir(definition);
    }

    public PrestationId Id { get; private init; }

    /// <summary>Le code court, en capitales, unique dans le groupement (« PARAPHEUR »).</summary>
    public string Code { get; private set; } = "";

    public string Libelle { get; private set; } = "";

    public NatureDAchat Nature { get; private set; }

    /// <summary>L'unité dans laquelle on la compte d'ordinaire (« certificat »), quand il y en a une.</summary>
    public string? Unite { get; private set; }

    /// <summary>Le rang d'affichage, à partir de 1.</summary>
    public int Ordre { get; private set; }

    /// <summary>Elle n'est plus proposée ; ce qui a été répondu et acheté reste.</summary>
    public bool EstRetiree { get; private set; }

    internal void Definir(DefinitionDePrestation definition) =>
        (Code, Libelle, Nature, Unite) = (definition.Code, definition.Libelle, definition.Nature, definition.Unite);

    internal void Retirer() => EstRetiree = true;

    internal void Retablir() => EstRetiree = false;

    internal void Placer(int ordre) => Ordre = ordre;
}

/// <summary>Ce que l'on saisit d'une prestation ; le code y est mis en capitales, les textes débarrassés de leurs blancs.</summary>
public sealed record DefinitionDePrestation
{
    public DefinitionDePrestation(string? code, string? libelle, NatureDAchat nature, string? unite = null)
    {
        Code = (code ?? "").Trim().ToUpperInvariant();
        Libelle = (libelle ?? "").Trim();
        Nature = nature;
        Unite = string.IsNullOrWhiteSpace(unite) ? null : unite.Trim();
    }

    public string Code { get; }

    public string Libelle { get; }

    public NatureDAchat Nature { get; }

    public string? Unite { get; }
}

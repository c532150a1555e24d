using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Un lot d'une prestation du groupement : ce sur quoi le recensement porte, et ce que l'on met en concurrence.</summary>
public sealed class Lot
{
    public const int LongueurDeLIntitule = 300;

    private Lot() { }

    internal Lot(DefinitionDeLot definition)
    {
        Numero = definition.Numero;
        Definir(definition);
    }

    /// <summary>Le numéro, unique dans le groupement, à partir de 1.</summary>
    public int Numero { get; private init; }

    public PrestationId Prestation { get; private set; }

    public string Intitule { get; private set; } = "";

    public CodeCpv? Cpv { get; private set; }

    public NatureDAchat Nature { get; private set; }

    /// <summary>Il n'est plus recensé ni mis en concurrence ; ce qui a été fait reste.</summary>
    public bool EstRetire { get; private set; }

    internal void Definir(DefinitionDeLot definition) =>
        (Prestation, Intitule, Cpv, Nature) = (definition.Prestation, definition.Intitule, definition.Cpv, definition.Nature);

    internal void Retirer() => EstRetire = true;

    internal void Retablir() => EstRetire = false;
}

/// <summary>Ce que l'on saisit d'un lot.</summary>
public sealed record DefinitionDeLot
{
    public DefinitionDeLot(int numero, PrestationId prestation, string? intitule, NatureDAchat nature, CodeCpv? cpv = null)
    {
        Numero = numero;
        Prestation = prestation;
        Intitule = (intitule ?? "").Trim();
        Nature = nature;
        Cpv = cpv;
    }

    public int Numero { get; }

    public PrestationId Prestation { get; }

    public string Intitule { get; }

    public NatureDAchat Nature { get; }

    public CodeCpv? Cpv { get; }
}

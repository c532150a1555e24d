using CdgMarches.Domain.Groupements;

namespace CdgMarches.Domain.Procedures;

/// <summary>Un lot mis en concurrence : une prestation du groupement, ou l'un de ses lots.</summary>
public sealed class LotDeProcedure
{
    public const int LongueurDeLIntitule = 300;

    private LotDeProcedure() { }

    internal LotDeProcedure(int numero, DefinitionDeLotDeProcedure definition)
    {
        Numero = numero;
        Definir(definition);
    }

    /// <summary>Le numéro dans la procédure, à partir de 1.</summary>
    public int Numero { get; private init; }

    public string Intitule { get; private set; } = "";

    /// <summary>La prestation du groupement : les membres qui l'ont choisie au lancement sont ceux du lot (RG1.22).</summary>
    public PrestationId Prestation { get; private set; }

    /// <summary>Le numéro du lot du groupement, quand la prestation en a plusieurs.</summary>
    public int? LotDuGroupement { get; private set; }

    internal void Definir(DefinitionDeLotDeProcedure definition) =>
        (Intitule, Prestation, LotDuGroupement) = (definition.Intitule, definition.Prestation, definition.LotDuGroupement);
}

/// <summary>Ce que l'on saisit d'un lot de procédure.</summary>
public sealed record DefinitionDeLotDeProcedure
{
    public DefinitionDeLotDeProcedure(string? intitule, PrestationId prestation, int? lotDuGroupement = null) =>
        (Intitule, Prestation, LotDuGroupement) = ((intitule ?? "").Trim(), prestation, lotDuGroupement);

    public string Intitule { get; }

    public PrestationId Prestation { get; }

    public int? LotDuGroupement { get; }
}

using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Sessions;

namespace CdgMarches.Domain.Contributions;

/// <summary>Ce qu'un agent écrit d'une refacturation.</summary>
public sealed record DefinitionDeRefacturation
{
    public string Intitule { get; init; } = "";

    public string Occurrence { get; init; } = "";

    public TypeDeFacturation Type { get; init; } = new("", "", Declencheur.Annuel, NatureDeLaDette.Frais);

    public ProcedureId? Procedure { get; init; }

    public SessionDePresentationId? Session { get; init; }

    public CleDePartage Partage { get; init; }

    public AssietteDePartage Parmi { get; init; }

    public Guid? Strates { get; init; }

    public TauxTva Tva { get; init; }

    public Imputation Imputation { get; init; } = Imputation.Vide;

    public string Fondement { get; init; } = "";

    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];
}

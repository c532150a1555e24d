namespace CdgMarches.Domain.Marches;

/// <summary>Une attestation du titulaire, et le jour où elle expire.</summary>
public sealed class AttestationDuTitulaire
{
    private AttestationDuTitulaire() { }

    internal AttestationDuTitulaire(int numero, string nature, DateOnly expireLe) =>
        (Numero, Nature, ExpireLe) = (numero, nature.Trim(), expireLe);

    public int Numero { get; private init; }

    public string Nature { get; private init; } = "";

    public DateOnly ExpireLe { get; private init; }
}

/// <summary>Une révision des prix.</summary>
public sealed class RevisionDePrix
{
    private RevisionDePrix() { }

    internal RevisionDePrix(int numero, DateOnly le, string indice, decimal coefficient) =>
        (Numero, Le, Indice, Coefficient) = (numero, le, indice.Trim(), coefficient);

    public int Numero { get; private init; }

    public DateOnly Le { get; private init; }

    public string Indice { get; private init; } = "";

    public decimal Coefficient { get; private init; }
}

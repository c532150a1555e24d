using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Sessions;

namespace CdgMarches.Domain.Contributions;

/// <summary>Des frais payés à un fournisseur, à refacturer (RG6.25).</summary>
public sealed class LigneDeFrais
{
    public const int LongueurDuTexte = 200;

    private LigneDeFrais() { }

    internal LigneDeFrais(int rang, SaisieDeFrais saisie)
    {
        (Rang, Nature, Fournisseur, Le) = (rang, saisie.Nature, saisie.Fournisseur.Trim(), saisie.Le);
        (Montant, Facture) = (saisie.Montant, saisie.Facture?.Trim());
        (Procedure, Session) = (saisie.Procedure, saisie.Session);
    }

    public int Rang { get; private init; }

    public NatureDeFrais Nature { get; private init; }

    public string Fournisseur { get; private init; } = "";

    public DateOnly Le { get; private init; }

    public MontantHt Montant { get; private init; }

    public string? Facture { get; private init; }

    /// <summary>La procédure que ces frais ont servie.</summary>
    public ProcedureId? Procedure { get; private init; }

    /// <summary>La session que ces frais ont servie.</summary>
    public SessionDePresentationId? Session { get; private init; }
}

/// <summary>Ce qu'un agent écrit d'une ligne de frais.</summary>
public sealed record SaisieDeFrais(NatureDeFrais Nature, string Fournisseur, DateOnly Le, MontantHt Montant, string? Facture)
{
    /// <summary>La procédure que ces frais ont servie, si c'en est une.</summary>
    public ProcedureId? Procedure { get; init; }

    /// <summary>La session que ces frais ont servie, si c'en est une.</summary>
    public SessionDePresentationId? Session { get; init; }
}

using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une somme que la délibération de retrait fixe, et le jour où elle est due.</summary>
public sealed class SommeDue
{
    private SommeDue() { }

    internal SommeDue(SommeDeRetrait somme) =>
        (Id, Libelle, Centimes, DueLe) = (Guid.CreateVersion7(), somme.Libelle.Trim(), somme.Montant.Centimes, somme.DueLe);

    public Guid Id { get; private init; }

    public string Libelle { get; private init; } = "";

    /// <summary>Le montant TTC, en centimes.</summary>
    public long Centimes { get; private init; }

    public DateOnly DueLe { get; private init; }

    public MontantTtc Montant => MontantTtc.DeCentimes(Centimes);
}

/// <summary>Ce que l'on saisit d'une somme de retrait.</summary>
public sealed record SommeDeRetrait(string Libelle, MontantTtc Montant, DateOnly DueLe)
{
    internal static Verdict Examiner(IReadOnlyList<SommeDeRetrait> sommes) =>
        sommes.Aggregate(
            Verdict.Favorable,
            (verdict, somme) =>
                verdict.Et(
                    Verdict.De(
                        new TexteRenseigne(
                            "Le libellé de la somme",
                            somme.Libelle.Trim(),
                            DossierDeRetrait.LongueurDUnLibelle,
                            "somme-libelle"
                        ),
                        new SommePositive(somme.Libelle, somme.Montant)
                    )
                )
        );
}

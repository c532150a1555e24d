using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>Une somme que la délibération de retrait fixe, et le jour où elle est due.</summary>
public sealed class SommeDue
{
    private SommeDue() { }

    internal SommeDue(SommeDeRetrait somme) =>
        (Id, Libelle, Centimes, DueLe) = (
            Guid.CreateVersion7(),
            somme.Libelle.Trim(),
            somme.Montant!.Value.Centimes,
            somme.DueLe!.Value
        );

    public Guid Id { get; private init; }

    public string Libelle { get; private init; } = "";

    /// <summary>Le montant TTC, en centimes.</summary>
    public long Centimes { get; private init; }

    public DateOnly DueLe { get; private init; }

    public MontantTtc Montant => MontantTtc.DeCentimes(Centimes);
}

/// <summary>Ce que l'on saisit d'une somme de retrait ; le montant et le jour peuvent encore manquer, et c'est alors dit.</summary>
public sealed record SommeDeRetrait(string Libelle, MontantTtc? Montant, DateOnly? DueLe)
{
    /// <summary>Tout ce qui manque à chaque somme, champ par champ.</summary>
    internal static Verdict Examiner(IReadOnlyList<SommeDeRetrait> sommes, DateOnly? adopteeLe) =>
        sommes.Index().Aggregate(Verdict.Favorable, (verdict, somme) => verdict.Et(somme.Item.Examiner(somme.Index, adopteeLe)));

    private Verdict Examiner(int rang, DateOnly? adopteeLe) =>
        Verdict.De(
            new TexteRenseigne(
                $"Le libellé de la somme {rang + 1}",
                Libelle.Trim(),
                DossierDeRetrait.LongueurDUnLibelle,
                $"somme-libelle-{rang}"
            ),
            new SommeChiffree(rang, Montant),
            new SommeEcheante(rang, DueLe, adopteeLe)
        );
}

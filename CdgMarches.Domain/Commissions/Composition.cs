using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Un siège et ceux qui l'occupent un jour donné.</summary>
/// <param name="Siege">Le siège.</param>
/// <param name="Titulaire">Le titulaire en vigueur, s'il y en a un.</param>
/// <param name="Suppleant">Son suppléant.</param>
/// <param name="DernierTitulaire">Le dernier titulaire dont le mandat est fini.</param>
public sealed record SiegePourvu(Siege Siege, Designation? Titulaire, Designation? Suppleant, Designation? DernierTitulaire)
{
    /// <summary>Le mandat est fini et nul n'a succédé : la réunion ne peut pas se tenir (RG2.091).</summary>
    public bool EstEchu => Titulaire is null && DernierTitulaire is not null;

    /// <summary>Personne n'a jamais été désigné : le siège reste compté dans n (RG2.21).</summary>
    public bool EstVacant => Titulaire is null && DernierTitulaire is null;
}

/// <summary>La commission un jour donné, et ce qui manque pour la réunir.</summary>
public sealed record Composition(DateOnly Jour, IReadOnlyList<SiegePourvu> Sieges)
{
    /// <summary>Le nombre de sièges à voix délibérative, vacants compris (RG2.21).</summary>
    public int Voix => Sieges.Count;

    /// <summary>Les personnes à voix délibérative : titulaires et suppléants en vigueur (RG2.13).</summary>
    public IEnumerable<(SiegePourvu Siege, Designation Personne)> Personnes =>
        Sieges.SelectMany(s =>
            new[] { s.Titulaire, s.Suppleant }.Where(d => d is not null).Select(d => (Siege: s, Personne: d!))
        );

    /// <summary>Dit si la commission, ainsi composée, peut être convoquée et se réunir.</summary>
    /// <param name="suppleantObligatoire">Vrai si la convention demande un suppléant par titulaire.</param>
    /// <param name="membresSansSiege">Les membres du groupement qui n'ont pas de siège.</param>
    /// <param name="dejaConvoques">Vrai une fois les convocations parties.</param>
    public Verdict PeutSeReunir(bool suppleantObligatoire, IReadOnlyList<string> membresSansSiege, bool dejaConvoques = false) =>
        Verdict.De(
            new UnSiegeParMembre(
                membresSansSiege,
                [
                    .. Sieges
                        .Where(s => s.Siege.Collectivite is not null)
                        .GroupBy(s => s.Siege.Collectivite)
                        .Where(g => g.Count() > 1)
                        .Select(g => g.First().Siege.Nom),
                ]
            ),
            new AucunSiegeEchu([.. Sieges.Where(s => s.EstEchu).Select(s => s.Siege.Nom)], Jour),
            new SiegesPourvus([.. Sieges.Where(s => s.EstVacant).Select(s => s.Siege.Nom)]),
            new SuppleantsDesignes(
                [.. Sieges.Where(s => s.Titulaire is not null && s.Suppleant is null).Select(s => s.Siege.Nom)],
                suppleantObligatoire,
                dejaConvoques
            ),
            new PresidenceDesignee(Sieges.Any(s => s.Siege.EstPresident && s.Titulaire is not null)),
            new RepresentantEluParmiSaCao([
                .. Sieges.Where(s => s.Siege.MembreAvecCao && s.Titulaire is { EluParmiSaCao: false }).Select(s => s.Siege.Nom),
            ])
        );
}

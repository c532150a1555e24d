using CdgMarches.Domain.Commissions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions;

/// <summary>Ce que l'on peut prouver de la convocation de chacun, à l'ouverture.</summary>
/// <param name="NonAdressees">Ceux pour qui aucun envoi n'est prouvé : jamais parti, en file, douteux, revenu.</param>
/// <param name="Tardives">Les membres convoqués hors délai.</param>
/// <param name="InvitesTardifs">Les invités convoqués moins longtemps d'avance que les membres.</param>
/// <remarks>RG2.11, RG2.13, RG2.15.</remarks>
public sealed record EtatDesConvocations(
    IReadOnlyList<string> NonAdressees,
    IReadOnlyList<string> Tardives,
    IReadOnlyList<string> InvitesTardifs
)
{
    public static EtatDesConvocations Regulieres { get; } = new([], [], []);

    public Verdict Examiner(ReglesDeCommission regles) =>
        Verdict.De(
            new ConvocationsAdressees(NonAdressees),
            new ConvocationsATemps(Tardives, regles.Fondement, regles.EnvoiTardifPermis),
            new InvitesConvoquesATemps(InvitesTardifs)
        );
}

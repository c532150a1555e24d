using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Une personne à voix consultative est invitée dans le délai des membres ; plus tard, l'agent dit pourquoi.</summary>
/// <remarks>RG2.09, RG2.13. Le délai de la convention est celui des membres : inviter tard n'ôte rien à leur convocation.</remarks>
public sealed record InvitesConvoquesATemps(IReadOnlyList<string> Tardifs) : IRegle
{
    public string Code => "RG2.13";

    public string Fondement => "CGCT, art. L1414-3 III";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => Tardifs.Count == 0;

    public string Message => $"Invité moins longtemps d'avance que les membres : {Enumeration.De(Tardifs)}. Dites pourquoi.";
}

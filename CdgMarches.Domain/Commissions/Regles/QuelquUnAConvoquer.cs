using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Il reste quelqu'un à convoquer : désigné ou invité depuis l'envoi.</summary>
/// <remarks>RG2.13.</remarks>
public sealed record QuelquUnAConvoquer(int Personnes) : IRegle
{
    public string Code => "RG2.13";

    public string Fondement => "Convention constitutive, art. 3.2";

    public bool EstRespectee => Personnes > 0;

    public string Message => "Tous ceux qui siègent ou sont invités ont déjà leur convocation : rien n'est à envoyer.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La mise au point ne change pas le montant de l'offre sans qu'on le justifie.</summary>
/// <remarks>CCP, art. R2152-13 : rien de substantiel, notamment de financier, n'y change.</remarks>
public sealed record MiseAuPointNonSubstantielle(MontantHt? Offre, MontantHt? MisAuPoint) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2152-13";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "mise-au-point-montant";

    public bool EstRespectee => MisAuPoint is not { } nouveau || Offre is not { } ancien || nouveau == ancien;

    public string Message =>
        $"Le montant mis au point, {EnClair.Montant(MisAuPoint!.Value)}, n'est pas celui de l'offre, {EnClair.Montant(Offre!.Value)} : une mise au point ne change rien de substantiel. Rétablissez-le, ou dites dans le motif pourquoi l'écart ne l'est pas.";
}

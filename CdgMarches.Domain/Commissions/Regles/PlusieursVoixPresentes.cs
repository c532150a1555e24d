using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Sur seconde convocation, une seule voix suffit en droit, mais l'agent en est averti.</summary>
/// <remarks>RG2.24 d.</remarks>
public sealed record PlusieursVoixPresentes(int Presentes, bool SurSeconde) : IRegle
{
    public string Code => "RG2.24";

    public string Fondement => "CGCT, art. L1411-5";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee => !SurSeconde || Presentes != 1;

    public string Message =>
        "Une seule voix est présente : c'est permis sur seconde convocation, dites pourquoi l'on n'attend pas.";
}

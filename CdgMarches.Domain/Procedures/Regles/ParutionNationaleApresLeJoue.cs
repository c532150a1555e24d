using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>Un avis national ne paraît pas avant le JOUE, sauf 48 heures après l'accusé de l'Office des publications.</summary>
/// <remarks>CCP, art. R2131-20. L'accusé est pris au jour de l'envoi au JOUE.</remarks>
public sealed record ParutionNationaleApresLeJoue(
    SupportDAvis Support,
    DateOnly Publication,
    bool EstFormalisee,
    DateOnly? JoueEnvoye,
    DateOnly? JouePublie
) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2131-20";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "avis-publie";

    public bool EstRespectee =>
        !EstFormalisee
        || Support is SupportDAvis.Joue
        || (JouePublie is { } paru && Publication >= paru)
        || (JoueEnvoye is { } envoye && Publication >= envoye.AddDays(2));

    public string Message =>
        "L'avis national paraît avant le JOUE, et moins de 48 heures après son accusé de réception : corrigez la date, ou dites pourquoi.";
}

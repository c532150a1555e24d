using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>L'avis part au JOUE avant les supports nationaux.</summary>
/// <remarks>CCP, art. R2131-20 : ou 48 heures après l'accusé de réception du JOUE.</remarks>
public sealed record JoueAvantLesAvisNationaux(SupportDAvis Support, DateOnly Jour, bool EstFormalisee, DateOnly? JoueLe) : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "CCP, art. R2131-20";

    public Portee Portee => Portee.Avertit;

    public string? Champ => "avis-jour";

    public bool EstRespectee => !EstFormalisee || Support is SupportDAvis.Joue || (JoueLe is { } joue && joue <= Jour);

    public string Message =>
        "En procédure formalisée l'avis part d'abord au JOUE : notez son envoi avant celui des supports nationaux, ou dites pourquoi.";
}

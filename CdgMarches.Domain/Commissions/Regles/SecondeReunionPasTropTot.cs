using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La seconde réunion laisse le délai de la convention, et ne se tient jamais le jour de l'envoi.</summary>
/// <remarks>RG2.24 c. Aucun texte ne fixe ce délai ; lecture prudente : les mêmes jours francs, que la convention peut écarter.</remarks>
public sealed record SecondeReunionPasTropTot(SecondeConvocation Seconde, DateOnly Date, string Article, bool TardifPermis)
    : IRegle
{
    public string Code => "RG2.24";

    public string Fondement => Article;

    public Portee Portee => TardifPermis && Date > Seconde.Envoi ? Portee.Avertit : Portee.Bloque;

    public string? Champ => "date";

    public bool EstRespectee => Seconde.AuPlusTot is { } auPlusTot && Date >= auPlusTot;

    public string Message =>
        Seconde.AuPlusTot is { } auPlusTot
            ? $"La seconde réunion peut se tenir le {EnClair.Date(auPlusTot)} au plus tôt, en envoyant les convocations aujourd'hui."
            : "Une convocation partie avant l'échec de la première réunion n'est pas une seconde convocation.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chaque membre a été convoqué dans le délai, compté de son propre envoi.</summary>
/// <remarks>
/// RG2.10, RG2.11. La date qui compte est celle de l'envoi à chacun, et la plus tardive commande. Hors délai, la séance ne s'ouvre
/// que si la convention permet l'envoi tardif, avec un motif que le procès-verbal reprend.
/// </remarks>
public sealed record ConvocationsATemps(IReadOnlyList<string> Tardives, string Article, bool TardifPermis) : IRegle
{
    public string Code => "RG2.11";

    public string Fondement => Article;

    public Portee Portee => TardifPermis ? Portee.Avertit : Portee.Bloque;

    public bool EstRespectee => Tardives.Count == 0;

    public string Message =>
        $"Convocation adressée hors délai à {Enumeration.De(Tardives)}."
        + (TardifPermis ? "" : " La convention ne permet pas de passer outre : reportez la séance et envoyez une rectificative.");
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chacun a été convoqué, et l'on peut prouver que la convocation est partie.</summary>
/// <remarks>
/// RG2.13, RG2.15. La formalité est substantielle (CE, 2 avril 1993, n° 85797) : ni motif ni réglage ne remplace un envoi qui n'a
/// pas eu lieu, ou qui est revenu. Titulaires, suppléants et invités.
/// </remarks>
public sealed record ConvocationsAdressees(IReadOnlyList<string> Manquantes) : IRegle
{
    public string Code => "RG2.13";

    public string Fondement => "Convention constitutive, art. 3.2 ; CE, 2 avril 1993, n° 85797";

    public bool EstRespectee => Manquantes.Count == 0;

    public string Message =>
        $"Aucun envoi prouvé de la convocation pour {Enumeration.De(Manquantes)}. Constatez l'envoi à sa date, renvoyez-la ou remettez-la en main propre ; s'il est trop tard, reportez la séance.";
}

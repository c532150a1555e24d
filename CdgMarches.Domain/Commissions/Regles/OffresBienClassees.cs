using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Chaque offre nomme son candidat ; celles qui sont admises ont un rang, tous différents.</summary>
/// <remarks>RG2.33.</remarks>
public sealed record OffresBienClassees(IReadOnlyList<OffreExaminee> Offres) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "CGCT, art. R2131-5 ; procès-verbal de la commission";

    public string? Champ => "offres";

    public bool EstRespectee =>
        Offres.All(o => !string.IsNullOrWhiteSpace(o.Candidat) && o.Candidat.Length <= OffreExaminee.LongueurDuCandidat)
        && Offres.Where(o => o.Rang is not null).Select(o => o.Rang).Distinct().Count() == Offres.Count(o => o.Rang is not null)
        && Offres.All(o => o.Rang is null or > 0 && (o.Rang is null || o.MotifDeRejet is null));

    public string Message =>
        "Nommez chaque candidat, donnez à chaque offre admise un rang différent, et aucun à celles qui sont rejetées.";
}

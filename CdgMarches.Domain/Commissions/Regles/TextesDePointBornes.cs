using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Les textes d'un point tiennent dans la place prévue.</summary>
public sealed record TextesDePointBornes(string? Rapport, string? Notes, string? Observations) : IRegle
{
    public string Code => "RG2.33";

    public string Fondement => "Procès-verbal de la commission";

    public string? Champ => "notes";

    public bool EstRespectee =>
        new[] { Rapport, Notes, Observations }.All(t => t is null || t.Length <= PointDOrdreDuJour.LongueurDesTextes);

    public string Message =>
        $"Chaque texte tient en {PointDOrdreDuJour.LongueurDesTextes.ToString(Francais.Culture)} caractères : joignez le reste en document.";
}

using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>La convocation dit où l'on se réunit : un lieu, un lien, ou les deux selon le mode.</summary>
/// <remarks>RG2.14.</remarks>
public sealed record LieuOuLienRenseigne(ModeDeReunion Mode, string? Lieu, string? Lien) : IRegle
{
    public string Code => "RG2.14";

    public string Fondement => "Convention constitutive, art. 3.2";

    public string? Champ => Lieu is null && Mode is not ModeDeReunion.Distance ? "lieu" : "lien";

    public bool EstRespectee =>
        (Mode is ModeDeReunion.Distance || Lieu is { Length: <= Seance.LongueurDuLieu })
        && (Mode is ModeDeReunion.Presentiel || Lien is { Length: <= Seance.LongueurDuLien });

    public string Message =>
        Mode switch
        {
            ModeDeReunion.Presentiel => "Indiquez le lieu de la réunion.",
            ModeDeReunion.Distance => "Indiquez l'adresse de la visioconférence.",
            ModeDeReunion.Mixte => "Indiquez le lieu de la réunion et l'adresse de la visioconférence.",
        };
}

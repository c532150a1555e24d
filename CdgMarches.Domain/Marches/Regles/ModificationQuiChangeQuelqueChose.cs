using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches.Regles;

/// <summary>Une modification d'acte dit un nouveau montant ou une nouvelle durée, d'un euro et d'un mois au moins.</summary>
/// <remarks>Schéma 2.0 des données essentielles : <c>montant</c> et <c>dureeMois</c> valent 1 au moins.</remarks>
public sealed record ModificationQuiChangeQuelqueChose(MontantHt? Montant, int? DureeEnMois) : IRegle
{
    public string Code => "RG4.61";

    public string Fondement => "CCP, art. R2196-1 ; schéma 2.0 des données essentielles";

    public string? Champ => "modification-montant";

    public bool EstRespectee =>
        (Montant ?? UnEuro) >= UnEuro && (DureeEnMois ?? 1) >= 1 && (Montant is not null || DureeEnMois is not null);

    public string Message => "Donnez le nouveau montant HT, d'au moins 1 €, ou la nouvelle durée, d'au moins un mois.";

    private static MontantHt UnEuro => MontantHt.DEuros(1m);
}
